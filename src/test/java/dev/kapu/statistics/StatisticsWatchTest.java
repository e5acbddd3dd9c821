package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whoever looks after the hub hears that a term is almost full before the partners hear that it is. */
@ExtendWith(OutputCaptureExtension.class)
class StatisticsWatchTest {
    private static final String ALARM = "ALARM statistics of the term are almost full";

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void what_is_left_is_measured_and_when_it_is_little_somebody_is_called_once(CapturedOutput log) {
        var told = List.of(800, 801, 900, 1000, 20, 1200).iterator();
        var watch = new StatisticsWatch(told::next, 1000, meters);

        watch.look();
        assertThat(left()).isEqualTo(200);
        assertThat(log).doesNotContain(ALARM);
        watch.look();
        watch.look();
        watch.look();

        assertThat(left()).isZero();
        assertThat(log.getAll().split(ALARM, -1)).hasSize(2);
        watch.look();
        assertThat(left()).as("of the next term").isEqualTo(980);
        watch.look();
        assertThat(left()).isZero();
        assertThat(log.getAll().split(ALARM, -1)).hasSize(3);
    }

    @Test
    void without_the_database_nothing_is_measured() {
        var watch = new StatisticsWatch(
                () -> {
                    throw new DataAccessResourceFailureException("away");
                },
                1000,
                meters);

        watch.look();

        assertThat(left()).isNaN();
    }

    private double left() {
        return meters.get("kapu.statistics.left").gauge().value();
    }
}
