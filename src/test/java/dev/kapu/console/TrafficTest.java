package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SettableClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Traffic traffic = new Traffic(meters);

    @Test
    void figures_add_up_counts_and_take_the_slowest_p99() {
        request("id-card-office", "answered", Duration.ofMillis(2));
        request("id-card-office", "refused", Duration.ofMillis(1));
        request("admissions", "answered", Duration.ofMillis(9));

        var figures = Figures.of(traffic.flows());

        assertThat(figures.count()).isEqualTo(3);
        assertThat(figures.answered()).isEqualTo(2);
        assertThat(figures.refused()).isEqualTo(1);
        assertThat(figures.failed()).isZero();
        assertThat(figures.meanMillis()).isCloseTo(4.0, Offset.offset(0.01));
        assertThat(figures.p99Millis()).isCloseTo(9.0, Offset.offset(0.5));
    }

    @Test
    void without_requests_figures_are_nought() {
        assertThat(Figures.of(traffic.flows())).isEqualTo(new Figures(0, 0, 0, 0, 0, 0));
    }

    @Test
    void the_curve_ends_at_the_right_and_its_peak_at_the_top() {
        var clock = new SettableClock(java.time.Instant.EPOCH);
        var history = new History(traffic, clock);
        history.sample();
        for (var count = 1; count <= 2; count++) {
            clock.advance(Duration.ofSeconds(2));
            for (int request = 0; request < count * 2; request++) {
                request("admissions", "answered", Duration.ofMillis(2));
            }
            history.sample();
        }

        var view = new Overview(traffic, history).view();

        assertThat(view.peak()).isEqualTo(2.0);
        assertThat(view.curve()).isEqualTo("589.8,30.0 600.0,0.0");
        assertThat(view.partners()).extracting(Overview.Row::name).containsExactly("admissions");
    }

    private void request(String partner, String outcome, Duration time) {
        Timer.builder("kapu.requests")
                .tags("partner", partner, "operation", "IdCards/getCardholder", "outcome", outcome)
                .publishPercentiles(0.5, 0.99)
                .register(meters)
                .record(time);
    }
}
