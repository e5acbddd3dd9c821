package dev.kapu.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day that the registry's rules go by: the country's, wherever the server stands. */
@Component
class Today {
    private final Clock clock;

    /** @param calendarZone from {@code kapu.access.zone}: grants and the registry's rules go by one calendar */
    Today(Clock clock, ZoneId calendarZone) {
        this.clock = clock.withZone(calendarZone);
    }

    LocalDate date() {
        return LocalDate.now(clock);
    }

    Instant instant() {
        return clock.instant();
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    ZoneId zone() {
        return clock.getZone();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
