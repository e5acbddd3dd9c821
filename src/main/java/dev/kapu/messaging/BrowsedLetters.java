package dev.kapu.messaging;

import dev.kapu.messaging.Queues.DeadLetter;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/** The dead letters of an external broker: looked at, and taken off by their ids. */
final class BrowsedLetters {
    private static final Pattern MESSAGE_ID = Pattern.compile("ID:[A-Za-z0-9:_-]{1,200}");

    private final ConnectionFactory connections;
    private final QueueBrowser browser;
    private final QueueCounts counts;
    private final KeptEvents events;

    BrowsedLetters(ConnectionFactory connections, QueueBrowser browser, QueueCounts counts, KeptEvents events) {
        this.connections = connections;
        this.browser = browser;
        this.counts = counts;
        this.events = events;
    }

    /** None where the queue may not be looked into. */
    List<DeadLetter> oldest(String queue, int limit) {
        return oldest(queue, null, limit).orElse(List.of());
    }

    private Optional<List<DeadLetter>> oldest(String queue, @Nullable String selector, int limit) {
        return browser.look(queue, selector, messages -> {
            var letters = new ArrayList<DeadLetter>();
            while (letters.size() < limit && messages.hasNext()) {
                letters.add(new BrowsedLetter(queue, messages.next()).shown());
            }
            return List.copyOf(letters);
        });
    }

    /** To look means to fetch: only this one. */
    Optional<DeadLetter> one(String queue, String messageId) {
        return isOne(messageId)
                ? oldest(queue, selector(messageId), 1)
                        .flatMap(found -> found.stream().findFirst())
                : Optional.empty();
    }

    Optional<Boolean> holds(String queue, String messageId) {
        return isOne(messageId)
                ? oldest(queue, selector(messageId), 1).map(found -> !found.isEmpty())
                : Optional.of(false);
    }

    boolean replay(String dead, String messageId) {
        return isOne(messageId) && taken(dead, messageId, this::leaves);
    }

    int replayAll(String dead) {
        return (int) oldest(dead, Queues.MOST_LETTERS).stream()
                .filter(letter -> taken(dead, letter.messageId(), this::leaves))
                .count();
    }

    boolean discard(String dead, String messageId) {
        return isOne(messageId) && taken(dead, messageId, (letter, session) -> isKeptNoLonger(letter));
    }

    private static boolean isOne(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches();
    }

    private static String selector(String messageId) {
        return "JMSMessageID = '" + messageId + "'";
    }

    /** What is done with a letter before it is taken off; false: it stays. */
    private interface Use {
        boolean of(BrowsedLetter letter, Session session) throws JMSException;
    }

    private boolean taken(String dead, String messageId, Use use) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(new ActiveMQQueue(dead), selector(messageId))) {
            connection.start();
            var letter = consumer.receive(500);
            if (letter == null || !use.of(new BrowsedLetter(dead, letter), session)) {
                session.rollback();
                return false;
            }
            session.commit();
            counts.forget(dead);
            return true;
        } catch (JMSException e) {
            return false;
        }
    }

    private boolean leaves(BrowsedLetter letter, Session session) throws JMSException {
        var origin = letter.origin();
        if (Letters.OUTBOX.equals(origin)) {
            var event = letter.message().getStringProperty(Letters.EVENT_ID);
            var partner = QueueNames.partnerOf(letter.queue());
            return event != null && partner.isPresent() && events.sendAgain(partner.get(), event);
        }
        if (origin == null || !Letters.mayReturnTo(letter.queue(), origin)) {
            return false;
        }
        try (var producer = session.createProducer(new ActiveMQQueue(origin))) {
            producer.send(Letters.sentAgain(letter.message(), session));
            return true;
        }
    }

    private boolean isKeptNoLonger(BrowsedLetter letter) throws JMSException {
        var event = letter.message().getStringProperty(Letters.EVENT_ID);
        var partner = QueueNames.partnerOf(letter.queue());
        return !Letters.OUTBOX.equals(letter.origin())
                || event == null
                || partner.isEmpty()
                || events.discard(partner.get(), event);
    }
}
