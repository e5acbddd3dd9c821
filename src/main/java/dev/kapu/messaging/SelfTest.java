package dev.kapu.messaging;

import dev.kapu.start.StartupProblem;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Session;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/** A durable message there and back: a broker that is up but takes nothing must not go unnoticed. */
final class SelfTest {
    private static final long PATIENCE_MILLIS = 10_000;

    private SelfTest() {}

    static void run(ConnectionFactory connections) {
        var token = UUID.randomUUID().toString();
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            var queue = new ActiveMQQueue(QueueNames.SELFTEST);
            try (var producer = session.createProducer(queue);
                    var consumer = session.createConsumer(queue, "kapuToken = '" + token + "'")) {
                producer.setTimeToLive(60_000);
                var message = session.createMessage();
                message.setStringProperty("kapuToken", token);
                producer.send(message);
                if (consumer.receive(PATIENCE_MILLIS) == null) {
                    throw problem("it keeps back a message that it took");
                }
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private static StartupProblem problem(String what) {
        return new StartupProblem(
                "The message broker does not pass its test of one message there and back: " + what + ".",
                "If the disk is full, free some space or lower min-disk-free in config/broker.xml; if the broker is an"
                        + " external one, its user needs all rights on kapu.#.");
    }
}
