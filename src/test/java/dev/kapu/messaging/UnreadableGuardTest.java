package dev.kapu.messaging;

import static dev.kapu.messaging.GuardedHub.DEAD;
import static dev.kapu.messaging.GuardedHub.IN;
import static dev.kapu.messaging.GuardedHub.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.fault.Fault;
import dev.kapu.messaging.UnreadableMessagesTest.NoText;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a broker that takes whatever it is sent. */
class UnreadableGuardTest {
    private GuardedHub hub;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        hub = new GuardedHub(data);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void whatever_cannot_be_read_is_buried_and_recorded_and_what_is_behind_it_processed() throws Exception {
        var large = "large, " + "n".repeat(200_000);
        hub.asSchool("", session -> {
            var producer = session.createProducer(IN);
            for (var noText : NoText.values()) {
                producer.send(noText.message(session));
            }
            producer.send(session.createMapMessage());
            producer.send(session.createObjectMessage("x"));
            producer.send(withType(session, 99));
            producer.send(session.createTextMessage(large));
            producer.send(session.createTextMessage("small"));
        });
        int unreadable = NoText.values().length + 3;

        try (var camel = hub.route()) {
            camel.start();

            await().until(() -> hub.bodies.size() == 2 && hub.depth(DEAD) == unreadable);
        }
        assertThat(hub.bodies).containsExactlyInAnyOrder(large, "small");
        assertThat(hub.refusals).hasSize(unreadable).allSatisfy(refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.INVALID);
            assertThat(refused.partner()).isEqualTo("school-program");
        });
    }

    @Test
    void an_unreadable_request_comes_to_the_door_with_a_mark_and_the_next_unchanged() throws Exception {
        hub.asSchool("", session -> {
            var producer = session.createProducer(REQUESTS);
            producer.send(NoText.ENVELOPE.message(session));
            producer.send(NoText.LARGE.message(session));
            producer.send(session.createTextMessage("<x/>"));
        });

        try (var connection = hub.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(REQUESTS)) {
            connection.start();
            var small = consumer.receive(10_000);
            var large = consumer.receive(10_000);
            var next = consumer.receive(10_000);

            assertThat(small).isInstanceOf(BytesMessage.class);
            assertThat(small.propertyExists(UnreadableGuard.MARK)).isTrue();
            assertThat(large.getBody(String.class)).isNull();
            assertThat(large.propertyExists(UnreadableGuard.MARK)).isTrue();
            assertThat(next.getBody(String.class)).isEqualTo("<x/>");
            assertThat(next.propertyExists(UnreadableGuard.MARK)).isFalse();
        }
    }

    private static Message withType(Session session, int type) throws JMSException {
        var message = session.createBytesMessage();
        ((ActiveMQMessage) message).getCoreMessage().setType((byte) type);
        return message;
    }
}
