package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.ExternalArtemis;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter that cannot be mended must not keep the alarm for ever. */
class DiscardedLettersTest {
    private static final String DEAD = "kapu.dead.id-card-office";
    private static final String EVENT = "known";

    @Test
    void the_one_that_is_named_goes_and_the_others_stay(@TempDir Path data) throws Exception {
        try (var broker = new TestBroker(data)) {
            broker.admit("id-card-office");
            broker.broker().partnerQueues().ensure();
            discard(
                    broker.broker().connections(),
                    new EmbeddedQueues(broker.broker().server(), new OnlyKnown()));
        }
    }

    @Test
    void at_an_external_broker_too(@TempDir Path data) throws Exception {
        try (var broker = ExternalArtemis.start(data);
                var hub = Connections.to(broker.addressForHub())) {
            discard(hub, new BrowsedQueues(hub, new Office(), new OnlyKnown(), Set::of));
        }
    }

    private static void discard(ConnectionFactory hub, Queues queues) throws JMSException {
        lay(hub, "kapu.in.id-card-office", "");
        lay(hub, "kapu.in.id-card-office", "");
        lay(hub, "outbox", EVENT);
        lay(hub, "outbox", "unknown");
        var letters = queues.deadLetters(10);
        assertThat(letters).hasSize(4);

        assertThat(queues.deadLetters(3)).hasSize(3);
        assertThat(queues.holds(DEAD, letters.get(1).messageId())).contains(true);
        assertThat(queues.discard("ID:nonsense")).isFalse();
        assertThat(queues.discard("4711000")).isFalse();
        assertThat(queues.discard(letters.get(1).messageId())).isTrue();
        assertThat(queues.discard(letters.get(1).messageId())).isFalse();
        assertThat(queues.holds(DEAD, letters.get(1).messageId())).contains(false);
        assertThat(queues.discard(letters.get(2).messageId())).isTrue();
        assertThat(queues.discard(letters.get(3).messageId()))
                .as("its event is kept")
                .isFalse();

        assertThat(queues.deadLetters(10))
                .extracting(Queues.DeadLetter::messageId)
                .containsExactly(letters.get(0).messageId(), letters.get(3).messageId());
        assertThat(queues.deadLetter(letters.get(0).messageId())).isPresent();
    }

    private static void lay(ConnectionFactory hub, String origin, String event) {
        try (var context = hub.createContext()) {
            context.createProducer()
                    .setProperty("kapuOrigin", origin)
                    .setProperty("kapuEventId", event)
                    .send(context.createQueue(DEAD), "<x/>");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "order-4711,                                order-4711",
                "0b5cbb5c-6f8f-4d60-8cf5-123456789012,      0b5cbb5c-6f8f-4d60-8cf5-123456789012",
                "ID:0b5cbb5c-6f8f-4d60-8cf5-123456789012,   ID:0b5cbb5c-6f8f-4d60-8cf5-123456789012",
                "71234567897,                               null",
                "Kovács Anna,                               null"
            })
    void an_id_that_could_be_a_persons_data_is_not_shown(String written, String shown) {
        assertThat(new LetterHead(name -> name.equals("id") ? written : null).sendersId())
                .isEqualTo(shown);
    }

    private static final class OnlyKnown implements KeptEvents {
        @Override
        public boolean sendAgain(String partner, String eventId) {
            return false;
        }

        @Override
        public boolean discard(String partner, String eventId) {
            return partner.equals("id-card-office") && eventId.equals(EVENT);
        }
    }

    private record Office() implements BrokerUsers {
        @Override
        public Set<String> names() {
            return Set.copyOf(List.of("id-card-office"));
        }

        @Override
        public boolean authentic(String partner, String secret) {
            return false;
        }
    }
}
