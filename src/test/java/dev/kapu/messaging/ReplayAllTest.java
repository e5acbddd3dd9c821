package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.Patience;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayAllTest {
    private static final String EVENTS = "kapu.out.card-office";
    private static final String LETTERS = "kapu.dead.card-office";

    private TestBroker broker;
    private EmbeddedQueues queues;

    @BeforeEach
    void start(@TempDir Path data) {
        broker = new TestBroker(data);
        queues = new EmbeddedQueues(broker.broker().server(), (partner, event) -> false);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void what_a_partner_whose_system_was_down_has_rejected_comes_again_in_its_order() throws JMSException {
        broker.asHub(hub -> {
            var producer = hub.createProducer(new ActiveMQQueue(EVENTS));
            for (var event : List.of("first", "second", "third")) {
                producer.send(hub.createTextMessage(event));
            }
            var ofAnother = hub.createTextMessage("of another queue");
            hub.createProducer(new ActiveMQQueue("kapu.dead.funding")).send(ofAnother);
        });
        rejectAll();

        assertThat(queues.replayAll(LETTERS)).isEqualTo(3);

        assertThat(received()).containsExactly("first", "second", "third");
        assertThat(broker.depth(LETTERS)).isZero();
        assertThat(broker.depth("kapu.dead.funding")).isEqualTo(1);
    }

    @Test
    void a_flood_in_one_queue_hides_no_other() throws JMSException {
        broker.asHub(hub -> {
            var flood = hub.createProducer(new ActiveMQQueue(LETTERS));
            for (int n = 0; n < 30; n++) {
                flood.send(hub.createTextMessage("x"));
            }
            hub.createProducer(new ActiveMQQueue("kapu.dead.funding")).send(hub.createTextMessage("x"));
        });
        await().until(() -> broker.depth(LETTERS) == 30 && broker.depth("kapu.dead.funding") == 1);

        var letters = queues.deadLetters(10);

        assertThat(letters).extracting(Queues.DeadLetter::queue).hasSize(11).contains("kapu.dead.funding");
        assertThat(queues.holds("kapu.dead.funding", letters.get(10).messageId()))
                .contains(true);
        assertThat(queues.holds("kapu.dead.funding", "4711000")).contains(false);
        assertThat(queues.holds("kapu.dead.nobody", "4711000")).isEmpty();
    }

    private void rejectAll() throws JMSException {
        try (var connection = broker.connect("card-office");
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(new ActiveMQQueue(EVENTS))) {
            while (broker.depth(LETTERS) < 3) {
                if (consumer.receive(100) != null) {
                    session.rollback();
                }
            }
        }
    }

    private List<String> received() throws JMSException {
        var texts = new ArrayList<String>();
        broker.as("card-office", session -> {
            var consumer = session.createConsumer(new ActiveMQQueue(EVENTS));
            for (int n = 0; n < 3; n++) {
                texts.add(((TextMessage) consumer.receive(Patience.MILLIS)).getText());
            }
        });
        return texts;
    }
}
