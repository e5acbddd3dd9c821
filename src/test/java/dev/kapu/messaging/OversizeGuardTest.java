package dev.kapu.messaging;

import static dev.kapu.messaging.GuardedHub.DEAD;
import static dev.kapu.messaging.GuardedHub.IN;
import static dev.kapu.messaging.GuardedHub.LARGEST;
import static dev.kapu.messaging.GuardedHub.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a broker that takes whatever it is sent. */
class OversizeGuardTest {
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
    void a_message_that_is_too_large_or_compressed_is_refused_unread_and_the_next_is_processed() throws Exception {
        send(IN, "", session -> session.createTextMessage("x".repeat(3 * LARGEST)));
        send(IN, "compressLargeMessage=true", session -> session.createTextMessage("y".repeat(100 * LARGEST)));
        send(IN, "compressLargeMessage=true", session -> session.createTextMessage("z".repeat(LARGEST)));
        send(IN, "", session -> session.createTextMessage("large, " + "n".repeat(LARGEST / 3)));
        send(IN, "", session -> session.createTextMessage("small"));

        try (var camel = hub.route()) {
            camel.start();

            await().until(() -> hub.bodies.size() == 2);
        }
        assertThat(hub.bodies).allMatch(body -> body.startsWith("large, n") || body.equals("small"));
        assertThat(hub.refusals).hasSize(3).allSatisfy(refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.TOO_LARGE);
            assertThat(refused.partner()).isEqualTo("school-program");
        });
        var letters = receive(DEAD, 3);
        await().until(() -> hub.depth(IN) == 0);
        for (var letter : letters) {
            assertThat(letter.getStringProperty(Letters.FAULT_CODE)).isEqualTo(Fault.TOO_LARGE.code());
            assertThat(letter.getStringProperty("caseReference")).isEqualTo("C-1");
            assertThat(Letters.size(letter)).isLessThan(200_000);
        }
    }

    @Test
    void of_a_hundred_megabytes_only_the_head_comes_to_the_hub() throws Exception {
        send(REQUESTS, "", session -> session.createTextMessage("x".repeat(100 * LARGEST)));
        send(REQUESTS, "", session -> session.createTextMessage("<x/>"));

        var received = receive(REQUESTS, 2);

        var cut = (BytesMessage) received.get(0);
        assertThat(cut.getBodyLength()).isZero();
        assertThat(cut.getStringProperty(OversizeGuard.MARK)).isEqualTo("true");
        assertThat(cut.getJMSCorrelationID()).isEqualTo("correlation");
        assertThat(cut.getJMSMessageID()).startsWith("ID:");
        assertThat(received.get(1).getBody(String.class)).isEqualTo("<x/>");
    }

    private void send(ActiveMQQueue queue, String options, Creator creator) throws JMSException {
        hub.asSchool(options, session -> {
            var message = creator.create(session);
            message.setStringProperty("caseReference", "C-1");
            message.setJMSCorrelationID("correlation");
            session.createProducer(queue).send(message);
        });
    }

    private List<Message> receive(ActiveMQQueue queue, int count) throws JMSException {
        var received = new CopyOnWriteArrayList<Message>();
        try (var connection = hub.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(queue)) {
            connection.start();
            for (int n = 0; n < count; n++) {
                received.add(consumer.receive(Patience.MILLIS));
            }
            assertThat(consumer.receiveNoWait()).as("no more").isNull();
        }
        return received;
    }

    interface Creator {
        Message create(Session session) throws JMSException;
    }
}
