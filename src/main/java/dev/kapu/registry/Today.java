package dev.kapu.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The day that the registry's rules go by: the country's, wherever the server stands. */
@Component
public class Today {
    private final Clock clock;

    /** @param calendarZone from {@code kapu.access.zone}: grants and the registry's rules go by one calendar */
    Today(Clock clock, ZoneId calendarZone) {
        this.clock = clock.withZone(calendarZone);
    }

    public LocalDate date() {
        return LocalDate.now(clock);
    }

    /** As exactly as the database keeps it, so that it is told later as it was told at first. */
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
