package dev.kapu.messaging;

import dev.kapu.start.StartupProblem;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/** A durable message there and back: a broker that is up but takes nothing must not go unnoticed. */
final class SelfTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private SelfTest() {}

    static void run(ConnectionFactory connections) {
        run(connections, PATIENCE);
    }

    static void run(ConnectionFactory connections, Duration patience) {
        // In a thread of its own: a broker without disk space lets a sender wait without end.
        var test = new FutureTask<>(() -> thereAndBack(connections, patience, message -> {}, Message::getJMSMessageID));
        var thread = new Thread(test, "broker-selftest");
        thread.setDaemon(true);
        thread.start();
        try {
            if (test.get(patience.toMillis(), TimeUnit.MILLISECONDS).isEmpty()) {
                throw problem("it keeps back a message that it took");
            }
        } catch (TimeoutException e) {
            thread.interrupt();
            throw problem("it does not take a message within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw problem(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem("it was interrupted");
        }
    }

    /** @return what was asked of the message; empty if it did not come back in time, or has nothing of the kind */
    static Optional<String> thereAndBack(
            ConnectionFactory connections, Duration patience, Preparation preparation, Question question)
            throws JMSException {
        var token = UUID.randomUUID().toString();
        var queue = new ActiveMQQueue(QueueNames.SELFTEST);
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            try (var producer = session.createProducer(queue);
                    var consumer = session.createConsumer(queue, "kapuToken = '" + token + "'")) {
                producer.setTimeToLive(60_000);
                var message = session.createMessage();
                message.setStringProperty("kapuToken", token);
                preparation.prepare(message);
                producer.send(message);
                var back = consumer.receive(patience.toMillis());
                return back == null ? Optional.empty() : Optional.ofNullable(question.ask(back));
            }
        }
    }

    interface Preparation {
        void prepare(Message message) throws JMSException;
    }

    interface Question {
        @Nullable
        String ask(Message message) throws JMSException;
    }

    private static StartupProblem problem(String what) {
        return new StartupProblem(
                "The message broker does not pass its test of one message there and back: " + what + ".",
                "If the disk is full, free some space or lower min-disk-free in config/broker.xml; if the broker is an"
                        + " external one, look whether it runs and its user has all rights on kapu.#.");
    }
}
