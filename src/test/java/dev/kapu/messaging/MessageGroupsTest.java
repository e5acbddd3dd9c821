package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client may make up a group for each of its messages. */
class MessageGroupsTest {
    private static final String IN = "kapu.in.card-office";
    private static final int KEPT = 256;
    private static final int SENT = 2 * KEPT;

    @Test
    void the_broker_does_not_remember_every_group_also_of_a_queue_made_before(@TempDir Path data) throws Exception {
        try (var broker = new TestBroker(data)) {
            broker.broker().server().updateQueue(QueueConfiguration.of(IN).setGroupBuckets(-1));
            broker.restart();

            broker.as("card-office", session -> {
                var producer = session.createProducer(new ActiveMQQueue(IN));
                for (int i = 0; i < SENT; i++) {
                    var message = session.createTextMessage("x");
                    message.setStringProperty("JMSXGroupID", "group-" + i);
                    producer.send(message);
                }
            });
            broker.asHub(hub -> {
                var consumer = hub.createConsumer(new ActiveMQQueue(IN));
                for (int i = 0; i < SENT; i++) {
                    assertThat(consumer.receive(10_000)).isNotNull();
                }
                assertThat(queue(broker).getGroupCount()).isPositive().isLessThanOrEqualTo(KEPT);
            });
            await().until(() -> queue(broker).getMessageCount() == 0);
        }
    }

    private static Queue queue(TestBroker broker) throws JMSException {
        return broker.broker().server().locateQueue(IN);
    }
}
