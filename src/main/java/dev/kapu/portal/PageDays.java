package dev.kapu.portal;

import dev.kapu.fault.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and moments as pages write them. */
record PageDays(Locale language) {
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private static final Texts PAGES = new Texts("institution");

    static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    /** The text with every day in it, such as {@code 2026-11-27}, written so; what only looks like one stays. */
    String within(String text) {
        return DAY.matcher(text).replaceAll(day -> {
            try {
                return LocalDate.parse(day.group()).format(pattern("day"));
            } catch (DateTimeException onlyLooksLikeOne) {
                return day.group();
            }
        });
    }

    /** @param name {@code day} or {@code time} */
    DateTimeFormatter pattern(String name) {
        return DateTimeFormatter.ofPattern(PAGES.of(language, "portal.pattern." + name), language);
    }
}
