package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SettableClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Offset<Double> NEARLY = Offset.offset(0.001);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final History history = new History(new Traffic(meters), clock);

    @Test
    void before_the_first_sample_nothing_is_known() {
        assertThat(history.perSecond(any -> true)).isZero();
        assertThat(history.curve()).isEmpty();
        assertThat(history.lastFailure("IdCards/getCardholder")).isEmpty();
    }

    @Test
    void the_rate_is_that_of_the_last_minute() {
        history.sample();
        requests("answered", 1_000);
        clock.advance(Duration.ofSeconds(30));
        history.sample();
        clock.advance(Duration.ofSeconds(60));
        requests("answered", 120);
        history.sample();

        assertThat(history.perSecond(any -> true)).isCloseTo(2.0, NEARLY);
        assertThat(history.curve()).hasSize(2);
    }

    @Test
    void a_failure_is_dated_by_the_sample_that_first_saw_it() {
        history.sample();
        clock.advance(Duration.ofSeconds(2));
        requests("failed", 1);
        history.sample();
        var seen = clock.instant();
        clock.advance(Duration.ofSeconds(2));
        requests("answered", 1);
        history.sample();

        assertThat(history.lastFailure("IdCards/getCardholder")).contains(seen);
        assertThat(history.lastFailure("IdCards/verifySite")).isEmpty();
    }

    @Test
    void no_more_samples_are_kept_than_two_minutes_need() {
        for (int second = 0; second < 400; second += 2) {
            history.sample();
            clock.advance(Duration.ofSeconds(2));
        }

        assertThat(history.curve()).hasSize(History.SAMPLES - 1);
    }

    private void requests(String outcome, int count) {
        var timer = Timer.builder("kapu.requests")
                .tags("partner", "id-card-office", "operation", "IdCards/getCardholder", "outcome", outcome)
                .register(meters);
        for (int request = 0; request < count; request++) {
            timer.record(Duration.ofMillis(3));
        }
    }
}
