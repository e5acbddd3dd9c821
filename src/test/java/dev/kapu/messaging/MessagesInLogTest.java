package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Session;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.client.ActiveMQClientLogger;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MessagesInLogTest {
    private static final ActiveMQQueue OUT = new ActiveMQQueue("kapu.out.card-office");

    @BeforeEach
    void as_the_hub_starts() {
        MessagesInLog.keepOut();
    }

    @Test
    void a_message_that_the_broker_gives_up_is_not_written_into_the_log(@TempDir Path data, CapturedOutput output)
            throws Exception {
        try (var broker = new TestBroker(data)) {
            broker.asHub(hub -> {
                var message = hub.createTextMessage("x");
                message.setStringProperty("userId", "SECRETNAME");
                hub.createProducer(OUT).send(message);
            });

            try (var connection = broker.connect("card-office");
                    var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    var consumer = session.createConsumer(OUT)) {
                while (consumer.receive(1_000) != null) {
                    session.rollback();
                }
            }

            await().until(() -> broker.depth("kapu.dead.card-office") == 1);
        }
        assertThat(output.getAll()).doesNotContain("SECRETNAME");
    }

    @Test
    void nor_one_that_a_client_cannot_read(CapturedOutput output) {
        ActiveMQClientLogger.LOGGER.unableToGetMessage(new IndexOutOfBoundsException("userId=SECRETNAME"));
        ActiveMQClientLogger.LOGGER.unableToGetProperty(new IllegalStateException("another warning"));

        assertThat(output.getAll()).doesNotContain("SECRETNAME").contains("another warning");
    }
}
