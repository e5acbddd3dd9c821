package dev.kapu.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/** Looks into the queues of an external broker; what lies there stays. */
final class QueueBrowser {
    private final ConnectionFactory connections;

    QueueBrowser(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** What is made of the messages of a queue, which come the oldest first, and each at the price of fetching it. */
    interface Look<T> {
        T at(Iterator<Message> messages) throws JMSException;
    }

    /** @return empty where the queue is not there, or may not be looked into */
    <T> Optional<T> look(String queue, @Nullable String selector, Look<T> look) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(new ActiveMQQueue(queue), selector)) {
            connection.start();
            return Optional.of(look.at(new Messages(browser.getEnumeration())));
        } catch (JMSException e) {
            return Optional.empty();
        }
    }

    private record Messages(Enumeration<?> all) implements Iterator<Message> {
        /** Asks twice: a broker whose connection is full for a moment says once, too early, that there are no more. */
        @Override
        public boolean hasNext() {
            boolean more = all.hasMoreElements();
            return more || all.hasMoreElements();
        }

        @Override
        public Message next() {
            return (Message) all.nextElement();
        }
    }
}
