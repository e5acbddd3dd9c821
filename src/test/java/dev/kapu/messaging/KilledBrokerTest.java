package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal after a process that had no time to say goodbye. */
class KilledBrokerTest {
    private static final ActiveMQQueue OUT = new ActiveMQQueue("kapu.out.card-office");

    @Test
    void what_the_broker_took_is_there_after_a_kill_and_is_still_not_taken_twice(@TempDir Path data)
            throws IOException, InterruptedException, JMSException {
        var acknowledged = sendUntilKilled(data);

        try (var broker = new TestBroker(data)) {
            broker.asHub(hub -> {
                for (var id : acknowledged) {
                    send(hub, id);
                }
            });

            assertThat(drain(broker)).containsAll(acknowledged).doesNotHaveDuplicates();
        }
    }

    private static List<String> sendUntilKilled(Path data) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null && acknowledged.size() < 200; line = out.readLine()) {
                if (line.startsWith("sent ")) {
                    acknowledged.add(line.substring(5));
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).hasSize(200);
        return acknowledged;
    }

    private static List<String> drain(TestBroker broker) throws JMSException {
        var received = new ArrayList<String>();
        broker.as("card-office", session -> {
            var consumer = session.createConsumer(OUT);
            for (var next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                received.add(next.getBody(String.class));
            }
        });
        return received;
    }

    private static void send(Session session, String id) throws JMSException {
        try (var producer = session.createProducer(OUT)) {
            var message = session.createTextMessage(id);
            message.setStringProperty("_AMQ_DUPL_ID", id);
            producer.send(message);
        }
    }

    /** Runs in the process that is killed. */
    static final class Sender {
        private Sender() {}

        public static void main(String[] args) throws JMSException {
            try (var broker = new TestBroker(Path.of(args[0]))) {
                broker.asHub(hub -> {
                    for (int i = 0; ; i++) {
                        send(hub, "event-" + i);
                        report("sent event-" + i);
                    }
                });
            }
        }

        private static void report(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
