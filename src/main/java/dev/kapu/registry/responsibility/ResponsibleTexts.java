package dev.kapu.registry.responsibility;

import dev.kapu.registry.responsibility.Responsible.Because;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Why an institution answers for a person, in words. */
public final class ResponsibleTexts {
    /** The first stands in for any other. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("hu"), Locale.forLanguageTag("tr"));

    private static final Map<Locale, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, ResponsibleTexts::read));

    private ResponsibleTexts() {}

    public static String text(Because because, Locale language) {
        var known = TEXTS.containsKey(language) ? language : Locale.ENGLISH;
        var pattern = Objects.requireNonNull(TEXTS.get(known)).getProperty(key(because));
        return new MessageFormat(pattern, known).format(values(because));
    }

    /** The rule's name in contracts, e.g. {@code more-hours}. */
    public static String key(Because because) {
        return because.getClass()
                .getSimpleName()
                .replaceAll("(?<!^)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    private static Object[] values(Because because) {
        if (because instanceof Because.CompulsorySchooling held) {
            return day(held.since());
        }
        if (because instanceof Because.MainEmployment held) {
            return day(held.since());
        }
        if (because instanceof Because.Only held) {
            return day(held.since());
        }
        if (because instanceof Because.MoreHours hours) {
            return new Object[] {plain(hours.hours()), plain(hours.against())};
        }
        if (because instanceof Because.Nearer nearer) {
            return new Object[] {nearer.kilometres(), nearer.against()};
        }
        if (because instanceof Because.AsNear near) {
            return new Object[] {near.kilometres()};
        }
        return new Object[0];
    }

    private static Object[] day(LocalDate since) {
        return new Object[] {since.toString()};
    }

    private static BigDecimal plain(BigDecimal hours) {
        return hours.stripTrailingZeros();
    }

    private static Properties read(Locale language) {
        var name = "/responsible_" + language.getLanguage() + ".properties";
        var texts = new Properties();
        try (var file = Objects.requireNonNull(ResponsibleTexts.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
