package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of a discard says what became of the letter, also if the hub ends or the broker is away in between. */
@HubTest
class DiscardsTest {
    private static final String DEAD = "kapu.dead.discards-test";

    private final String letter = UUID.randomUUID().toString();
    private final OneLetter queues = new OneLetter();
    private final JdbcClient jdbc;
    private final Discards discards;

    @Autowired
    DiscardsTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.discards = new Discards(queues, new DiscardStore(jdbc), Duration.ZERO);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        queues.away = false;
        discards.settle();
    }

    @Test
    void the_outcome_is_recorded_with_the_discard() {
        assertThat(discards.discard(letter, "admin")).isTrue();

        assertThat(outcomes()).containsExactly("discarded");
    }

    @Test
    void a_letter_that_the_broker_does_not_give_away_stayed() {
        queues.refuses = true;

        assertThat(discards.discard(letter, "admin")).isFalse();

        assertThat(outcomes()).containsExactly("stayed");
    }

    @Test
    void if_the_hub_ends_before_the_removal_the_record_says_afterwards_that_the_letter_stayed() {
        queues.endsBefore = true;
        assertThatThrownBy(() -> discards.discard(letter, "admin")).isInstanceOf(HubEnds.class);
        assertThat(outcomes()).containsExactly("open");

        discards.settle();

        assertThat(outcomes()).containsExactly("stayed");
    }

    @Test
    void if_the_hub_ends_after_the_removal_the_record_says_that_the_letter_is_gone() {
        queues.endsAfter = true;
        assertThatThrownBy(() -> discards.discard(letter, "admin")).isInstanceOf(HubEnds.class);

        discards.settle();

        assertThat(outcomes()).containsExactly("gone");
    }

    @Test
    void while_the_broker_is_away_nothing_is_claimed() {
        queues.endsBefore = true;
        assertThatThrownBy(() -> discards.discard(letter, "admin")).isInstanceOf(HubEnds.class);
        queues.away = true;

        discards.settle();

        assertThat(outcomes()).containsExactly("open");
    }

    private List<String> outcomes() {
        return jdbc.sql("select coalesce(outcome, 'open') from discarded_letter where letter = ?")
                .param(letter)
                .query(String.class)
                .list();
    }

    private static final class HubEnds extends RuntimeException {}

    private final class OneLetter implements Queues {
        private final List<String> inQueue = new ArrayList<>(List.of(letter));
        private boolean refuses;
        private boolean endsBefore;
        private boolean endsAfter;
        private boolean away;

        @Override
        public List<QueueState> all() {
            return List.of();
        }

        @Override
        public List<DeadLetter> deadLetters(int limit) {
            return inQueue.stream()
                    .map(id -> new DeadLetter(
                            id, DEAD, "kapu.in.discards-test", "expired", Instant.now(), null, null, null))
                    .toList();
        }

        @Override
        public Optional<Boolean> holds(String queue, String messageId) {
            return away ? Optional.empty() : Optional.of(inQueue.contains(messageId));
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
            if (endsBefore) {
                throw new HubEnds();
            }
            boolean gone = !refuses && inQueue.remove(messageId);
            if (endsAfter) {
                throw new HubEnds();
            }
            return gone;
        }

        @Override
        public BrokerHealth health() {
            return new BrokerHealth(true, true, 0, false);
        }
    }
}
