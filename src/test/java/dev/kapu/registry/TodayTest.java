package dev.kapu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodayTest {
    @ParameterizedTest
    @CsvSource({"UTC, 2026-08-31", "Europe/Budapest, 2026-09-01"})
    void the_day_is_that_of_the_zone(ZoneId zone, LocalDate day) {
        var clock = Clock.fixed(Instant.parse("2026-08-31T22:30:00Z"), ZoneOffset.UTC);

        var today = new Today(clock, zone);

        assertThat(today.date()).isEqualTo(day);
    }

    @Test
    void a_moment_has_microseconds_as_the_database_keeps_it() {
        var clock = Clock.fixed(Instant.parse("2026-08-31T22:30:00.291905941Z"), ZoneOffset.UTC);

        assertThat(new Today(clock, ZoneOffset.UTC).instant()).isEqualTo(Instant.parse("2026-08-31T22:30:00.291905Z"));
    }
}
