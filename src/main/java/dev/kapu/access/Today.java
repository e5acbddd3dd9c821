package dev.kapu.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Today where the law applies. Asks the calendar once a day: decisions ask too often for it. */
public final class Today {
    private final Clock clock;
    private final ZoneId zone;
    private volatile Day day = new Day(0, 0, 0);

    Today(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate date() {
        return LocalDate.ofEpochDay(epochDay());
    }

    long epochDay() {
        var now = clock.millis();
        var known = day;
        if (now < known.fromMillis || now >= known.untilMillis) {
            known = dayOf(now);
            day = known;
        }
        return known.epochDay;
    }

    private Day dayOf(long millis) {
        var date = LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
        return new Day(
                date.atStartOfDay(zone).toInstant().toEpochMilli(),
                date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli(),
                date.toEpochDay());
    }

    private record Day(long fromMillis, long untilMillis, long epochDay) {}
}
