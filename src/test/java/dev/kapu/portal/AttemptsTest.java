package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final Attempts attempts = new Attempts(Duration.ofSeconds(5));

    @AfterEach
    void no_test_leaves_the_thread_interrupted() {
        Thread.interrupted();
    }

    @Test
    void what_a_used_up_quota_refuses_is_asked_again() {
        var faults = new ArrayDeque<>(List.of(Fault.QUOTA_EXCEEDED, Fault.BUSY));

        assertThat(attempts.at(failing(faults))).isEqualTo("answer");
    }

    @Test
    void what_will_fail_again_is_not() {
        var faults = new ArrayDeque<>(List.of(Fault.NOT_PERMITTED, Fault.BUSY));

        assertThatThrownBy(() -> attempts.at(failing(faults))).isInstanceOf(FaultException.class);

        assertThat(faults).containsExactly(Fault.BUSY);
    }

    @Test
    void patience_has_an_end() {
        var impatient = new Attempts(Duration.ofMillis(60));

        assertThatThrownBy(() -> impatient.at(() -> {
                    throw new FaultException(Fault.QUOTA_EXCEEDED);
                }))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void a_hub_that_stops_is_not_kept_waiting() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> attempts.at(failing(new ArrayDeque<>(List.of(Fault.QUOTA_EXCEEDED)))))
                .isInstanceOf(FaultException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private static Supplier<String> failing(Queue<Fault> faults) {
        return () -> {
            var fault = faults.poll();
            if (fault != null) {
                throw new FaultException(fault);
            }
            return "answer";
        };
    }
}
