package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.messaging.BrokerHealth;
import dev.kapu.messaging.Queues;
import dev.kapu.messaging.Queues.QueueState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    void the_total_counts_the_letters_of_all_queues_whether_shown_or_not() {
        var queues = List.of(
                view("kapu.dead.admissions", 5_000, 0, true),
                view("kapu.dead.exams", -1, 0, true),
                view("kapu.expired", 2, 0, true),
                view("kapu.in.admissions", 7, 0, false));

        assertThat(QueueTable.total(queues)).isEqualTo(5_002);
    }

    @Test
    void only_what_another_day_may_mend_is_said_to_pass() {
        assertThat(letter("Client.Admissions.Closed").passes()).isTrue();
        assertThat(letter("Client.Message.Invalid").passes()).isFalse();
        assertThat(letter("expired").passes()).isFalse();
    }

    private static LetterView letter(String reason) {
        return LetterView.of(
                new Queues.DeadLetter("1", "kapu.dead", "kapu.in.exams", reason, Instant.EPOCH, null, null, null),
                Locale.ENGLISH);
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
        public Optional<Boolean> holds(String queue, String messageId) {
            return Optional.empty();
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
