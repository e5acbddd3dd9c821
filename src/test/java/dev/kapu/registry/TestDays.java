package dev.kapu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days on which a test lets it be today. */
public final class TestDays {
    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    private TestDays() {}

    /** At noon. */
    public static Today on(LocalDate day) {
        var noon = day.atTime(12, 0).atZone(BUDAPEST).toInstant();
        return new Today(Clock.fixed(noon, BUDAPEST), BUDAPEST);
    }
}
