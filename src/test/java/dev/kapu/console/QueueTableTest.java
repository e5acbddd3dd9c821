package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.messaging.BrokerHealth;
import dev.kapu.messaging.Queues;
import dev.kapu.messaging.Queues.QueueState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueueTableTest {
    @Test
    void expired_messages_count_as_dead_letters() {
        var meters = new SimpleMeterRegistry();
        for (var queue : List.of("kapu.dead", "kapu.dead.admissions", "kapu.expired", "kapu.in.admissions")) {
            Gauge.builder("kapu.queue.depth", () -> 1).tag("queue", queue).register(meters);
        }
        var table = new QueueTable(new TwoQueues(), meters);

        assertThat(table.deadLetters()).isEqualTo(3);
        assertThat(table.queues()).extracting(QueueView::dead).containsExactly(true, false);
    }

    @Test
    void messages_that_wait_where_nobody_takes_them_are_told_from_those_that_are_being_taken() {
        assertThat(view("kapu.out.admissions", 3, 0, false).unread()).isTrue();
        assertThat(view("kapu.out.admissions", 3, 1, false).unread()).isFalse();
        assertThat(view("kapu.out.admissions", 0, 0, false).unread()).isFalse();
        assertThat(view("kapu.out.admissions", 3, -1, false).unread()).isFalse();
        assertThat(view("kapu.dead.admissions", 3, 0, true).unread()).isFalse();
    }

    private static QueueView view(String name, int depth, int consumers, boolean dead) {
        return new QueueView(new QueueState(name, depth, consumers, depth, 0, null), dead);
    }

    @Test
    void a_count_that_is_unknown_or_not_complete_is_shown_so() {
        var view = new QueueView(new QueueState("kapu.in.admissions", 1_000, -1, -1, -1, null, 1_000), false);

        assertThat(view.shown(1_000, Locale.ENGLISH)).isEqualTo("≥ 1,000");
        assertThat(view.shown(999, Locale.ENGLISH)).isEqualTo("999");
        assertThat(view.shown(-1, Locale.ENGLISH)).isEqualTo("–");
    }

    private static final class TwoQueues implements Queues {
        @Override
        public List<QueueState> all() {
            return List.of(
                    new QueueState("kapu.expired", 1, 0, 1, 0, null),
                    new QueueState("kapu.in.admissions", 1, 0, 1, 0, null));
        }

        @Override
        public List<DeadLetter> deadLetters(int limit) {
            return List.of();
        }

        @Override
        public boolean replay(String messageId) {
            return false;
        }

        @Override
        public int replayAll(String queue) {
            return 0;
        }

        @Override
        public boolean discard(String messageId) {
            return false;
        }

        @Override
        public BrokerHealth health() {
            return new BrokerHealth(true, true, 0, false);
        }
    }
}
