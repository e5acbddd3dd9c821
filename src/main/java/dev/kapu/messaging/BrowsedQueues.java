package dev.kapu.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/** The queues of an external broker, as far as one sees by looking into them. */
final class BrowsedQueues implements Queues {
    private static final int MOST = 1_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("ID:[A-Za-z0-9:_-]{1,200}");

    private final ConnectionFactory connections;
    private final BrokerUsers users;

    BrowsedQueues(ConnectionFactory connections, BrokerUsers users) {
        this.connections = connections;
        this.users = users;
    }

    private List<String> names() {
        var names = new TreeSet<>(List.of(QueueNames.DEAD, QueueNames.EXPIRED));
        users.names().forEach(partner -> names.addAll(QueueNames.of(partner)));
        return List.copyOf(names);
    }

    @Override
    public List<QueueState> all() {
        return names().stream().map(this::state).toList();
    }

    private QueueState state(String name) {
        var messages = browse(name, MOST);
        var dead = QueueNames.partnerOf(name).map(QueueNames::dead).orElse(QueueNames.DEAD);
        var deadLetters =
                dead.equals(name) ? messages.size() : browse(dead, MOST).size();
        return new QueueState(
                name,
                messages.size(),
                -1,
                -1,
                deadLetters,
                messages.isEmpty() ? null : messages.get(0).at());
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return names().stream()
                .filter(QueueNames::isDead)
                .flatMap(name -> browse(name, limit).stream())
                .limit(limit)
                .toList();
    }

    private List<DeadLetter> browse(String name, int limit) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(new ActiveMQQueue(name))) {
            connection.start();
            var letters = new ArrayList<DeadLetter>();
            for (var all = browser.getEnumeration(); letters.size() < limit && all.hasMoreElements(); ) {
                letters.add(letter(name, (Message) all.nextElement()));
            }
            return List.copyOf(letters);
        } catch (JMSException e) {
            return List.of();
        }
    }

    private static DeadLetter letter(String queue, Message message) throws JMSException {
        var origin = origin(queue, message);
        return new DeadLetter(
                message.getJMSMessageID(),
                queue,
                origin == null ? "?" : origin,
                Letters.reason(
                        message.getStringProperty(Letters.FAULT_CODE), message.propertyExists(Letters.EXPIRED_AT)),
                Instant.ofEpochMilli(message.getJMSTimestamp()));
    }

    private static @Nullable String origin(String dead, Message message) throws JMSException {
        return Letters.origin(
                dead, message.getStringProperty(Letters.ORIGIN), message.getStringProperty(Letters.BROKERS_ORIGIN));
    }

    @Override
    public boolean replay(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches()
                && names().stream().filter(QueueNames::isDead).anyMatch(dead -> replay(dead, messageId));
    }

    private boolean replay(String dead, String messageId) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(new ActiveMQQueue(dead), "JMSMessageID = '" + messageId + "'")) {
            connection.start();
            var letter = consumer.receive(500);
            var origin = letter == null ? null : origin(dead, letter);
            if (letter == null || origin == null || !Letters.mayReturnTo(dead, origin)) {
                session.rollback();
                return false;
            }
            try (var producer = session.createProducer(new ActiveMQQueue(origin))) {
                producer.send(Letters.copy(letter, session));
                session.commit();
                return true;
            }
        } catch (JMSException e) {
            return false;
        }
    }

    @Override
    public BrokerHealth health() {
        try (var connection = connections.createConnection()) {
            connection.start();
            return new BrokerHealth(true, false, Double.NaN, false);
        } catch (JMSException e) {
            return new BrokerHealth(false, false, Double.NaN, false);
        }
    }
}
