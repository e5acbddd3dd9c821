package dev.kapu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days on which a test lets it be today. */
public final class TestDays {
    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final ZoneId TWO_HOURS_BEHIND = ZoneId.of("Atlantic/Azores");

    private TestDays() {}

    /** So that all tests of one run see the same day. */
    static ZoneId zoneFarFromMidnight() {
        return LocalTime.now(BUDAPEST).getHour() == 23 ? TWO_HOURS_BEHIND : BUDAPEST;
    }

    /** At noon. */
    public static Today on(LocalDate day) {
        var noon = day.atTime(12, 0).atZone(BUDAPEST).toInstant();
        return new Today(Clock.fixed(noon, BUDAPEST), BUDAPEST);
    }
}
