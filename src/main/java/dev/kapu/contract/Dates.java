package dev.kapu.contract;

import jakarta.xml.bind.DatatypeConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** XML Schema dates as {@code java.time}. A zone on a date says nothing about a day of birth: it is dropped. */
public final class Dates {
    private Dates() {}

    /** @throws IllegalArgumentException if the text is no {@code xs:date} */
    public static LocalDate parseDate(String text) {
        var date = DatatypeConverter.parseDate(text.trim());
        return date.toInstant().atZone(date.getTimeZone().toZoneId()).toLocalDate();
    }

    public static @Nullable String printDate(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** @throws IllegalArgumentException if the text is no {@code xs:dateTime} */
    public static OffsetDateTime parseInstant(String text) {
        var instant = DatatypeConverter.parseDateTime(text.trim());
        return instant.toInstant().atZone(instant.getTimeZone().toZoneId()).toOffsetDateTime();
    }

    public static @Nullable String printInstant(@Nullable OffsetDateTime instant) {
        return instant == null ? null : instant.toString();
    }

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
