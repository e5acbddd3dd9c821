package dev.kapu.registry;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K10: what is counted once and for all waits until everybody is loaded. */
@HubTest
class FirstLoadTest {
    @Autowired
    private JdbcClient jdbc;

    private @Nullable Instant reported;

    @Test
    void while_the_first_load_lasts_no_day_is_whole() {
        assertThat(load(TODAY).holds(TODAY.minusDays(1))).isFalse();
        assertThat(load(TODAY.plusDays(9)).holds(TODAY)).isFalse();
        assertThat(load(TODAY.minusDays(1)).holds(TODAY.minusDays(200))).isTrue();
    }

    @Test
    void where_its_end_is_not_configured_days_before_the_first_report_are_never_whole() {
        assertThat(load(null).holds(TODAY)).as("nothing was ever reported").isFalse();

        reported = TODAY.minusDays(10).atTime(12, 0).atZone(TestRegistry.ZONE).toInstant();

        assertThat(load(null).holds(TODAY.minusDays(11))).isFalse();
        assertThat(load(null).holds(TODAY.minusDays(10))).isTrue();
    }

    private FirstLoad load(@Nullable LocalDate end) {
        return TestLoads.of(jdbc, end, reported, TODAY);
    }
}
