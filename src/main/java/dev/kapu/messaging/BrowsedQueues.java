package dev.kapu.messaging;

import dev.kapu.gate.SteeringNames;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/** The queues of an external broker, as far as one sees by looking into them. */
final class BrowsedQueues implements Queues {
    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 10_000_000;
    private static final long BYTES_A_SECOND = 100_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("ID:[A-Za-z0-9:_-]{1,200}");

    private final ConnectionFactory connections;
    private final BrokerUsers users;
    private final KeptEvents events;
    private final Supplier<Set<String>> services;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    /** @param services those to which requests come by queue */
    BrowsedQueues(ConnectionFactory connections, BrokerUsers users, KeptEvents events, Supplier<Set<String>> services) {
        this.connections = connections;
        this.users = users;
        this.events = events;
        this.services = services;
    }

    private List<String> names() {
        var names = new TreeSet<>(List.of(QueueNames.DEAD, QueueNames.EXPIRED));
        users.names().forEach(partner -> names.addAll(QueueNames.of(partner)));
        services.get().forEach(service -> names.add(QueueNames.requests(service)));
        return List.copyOf(names);
    }

    @Override
    public List<QueueState> all() {
        var all = names();
        looks.keySet().retainAll(all);
        all.forEach(name -> looks.compute(name, (queue, last) -> isFresh(last) ? last : look(queue)));
        return all.stream().map(this::state).toList();
    }

    private QueueState state(String name) {
        var look = seen(name);
        var dead = seen(QueueNames.partnerOf(name).map(QueueNames::dead).orElse(QueueNames.DEAD));
        return new QueueState(name, look.count(), -1, -1, dead.count(), look.oldest(), look.countedTo());
    }

    private Look seen(String name) {
        return looks.getOrDefault(name, Look.NOTHING);
    }

    /**
     * What was seen of a queue. To look means to fetch: of large messages fewer are counted, and the more was fetched the
     * longer it counts.
     *
     * @param count -1 where one may not look
     */
    private record Look(long count, @Nullable Instant oldest, long countedTo, long freshUntil) {
        static final Look NOTHING = new Look(-1, null, MOST, 0);
    }

    private static boolean isFresh(@Nullable Look look) {
        return look != null && look.count() >= 0 && System.nanoTime() - look.freshUntil() < 0;
    }

    private Look look(String name) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(new ActiveMQQueue(name))) {
            connection.start();
            long bytes = 0;
            int count = 0;
            Instant oldest = null;
            for (var all = browser.getEnumeration(); count < MOST && bytes < MOST_BYTES && more(all); count++) {
                var message = (Message) all.nextElement();
                bytes += Letters.size(message);
                if (oldest == null) {
                    oldest = letter(name, message).at();
                }
            }
            var rest = Duration.ofSeconds(bytes / BYTES_A_SECOND);
            return new Look(count, oldest, bytes < MOST_BYTES ? MOST : count, System.nanoTime() + rest.toNanos());
        } catch (JMSException e) {
            return Look.NOTHING;
        }
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return names().stream()
                .filter(QueueNames::isDead)
                .flatMap(name -> browse(name, limit).stream().flatMap(List::stream))
                .toList();
    }

    @Override
    public Optional<Boolean> holds(String queue, String messageId) {
        return MESSAGE_ID.matcher(messageId).matches()
                ? browse(queue, 1, byId(messageId)).map(found -> !found.isEmpty())
                : Optional.of(false);
    }

    /** To look means to fetch: only this one. */
    @Override
    public Optional<DeadLetter> deadLetter(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches()
                ? names().stream()
                        .filter(QueueNames::isDead)
                        .flatMap(name -> browse(name, 1, byId(messageId)).stream())
                        .flatMap(List::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static String byId(String messageId) {
        return "JMSMessageID = '" + messageId + "'";
    }

    /** Empty where the queue is not there, or may not be looked into. */
    private Optional<List<DeadLetter>> browse(String name, int limit) {
        return browse(name, limit, null);
    }

    private Optional<List<DeadLetter>> browse(String name, int limit, @Nullable String selector) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(new ActiveMQQueue(name), selector)) {
            connection.start();
            var letters = new ArrayList<DeadLetter>();
            for (var all = browser.getEnumeration(); letters.size() < limit && more(all); ) {
                letters.add(letter(name, (Message) all.nextElement()));
            }
            return Optional.of(List.copyOf(letters));
        } catch (JMSException e) {
            return Optional.empty();
        }
    }

    /** Asks twice: a broker whose connection is full for a moment says once, too early, that there are no more. */
    private static boolean more(Enumeration<?> messages) {
        boolean more = messages.hasMoreElements();
        return more || messages.hasMoreElements();
    }

    private static DeadLetter letter(String queue, Message message) throws JMSException {
        var origin = origin(queue, message);
        boolean laidByHub = isLaidByHub(message);
        var head = new LetterHead(name -> laidByHub || !SteeringNames.isOurs(name) ? property(message, name) : null);
        return new DeadLetter(
                message.getJMSMessageID(),
                queue,
                origin == null ? "?" : origin,
                Letters.reason(
                        laidByHub ? message.getStringProperty(Letters.FAULT_CODE) : null,
                        message.propertyExists(Letters.EXPIRED_AT)),
                head.sentAt(message.getJMSTimestamp()),
                head.where(),
                head.sendersId());
    }

    private static @Nullable Object property(Message message, String name) {
        try {
            return message.getObjectProperty(name);
        } catch (JMSException unreadable) {
            return null;
        }
    }

    /** Else the broker moved it as its sender wrote it, and what looks like the hub's may be the sender's. */
    private static boolean isLaidByHub(Message message) throws JMSException {
        return !message.propertyExists(Letters.BROKERS_ORIGIN);
    }

    private static @Nullable String origin(String dead, Message message) throws JMSException {
        return Letters.origin(
                dead,
                isLaidByHub(message) ? message.getStringProperty(Letters.ORIGIN) : null,
                message.getStringProperty(Letters.BROKERS_ORIGIN));
    }

    @Override
    public boolean replay(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches()
                && names().stream()
                        .filter(QueueNames::isDead)
                        .anyMatch(dead -> taken(dead, messageId, (letter, session) -> leaves(dead, letter, session)));
    }

    @Override
    public int replayAll(String queue) {
        if (!QueueNames.isDead(queue) || !names().contains(queue)) {
            return 0;
        }
        return (int) browse(queue, MOST_LETTERS).stream()
                .flatMap(List::stream)
                .filter(letter -> taken(queue, letter.messageId(), (dead, session) -> leaves(queue, dead, session)))
                .count();
    }

    @Override
    public boolean discard(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches()
                && names().stream()
                        .filter(QueueNames::isDead)
                        .anyMatch(dead -> taken(dead, messageId, (letter, session) -> isKeptNoLonger(dead, letter)));
    }

    private boolean isKeptNoLonger(String dead, Message letter) throws JMSException {
        var event = letter.getStringProperty(Letters.EVENT_ID);
        var partner = QueueNames.partnerOf(dead);
        return !Letters.OUTBOX.equals(origin(dead, letter))
                || event == null
                || partner.isEmpty()
                || events.discard(partner.get(), event);
    }

    /** What is done with a letter before it is taken off; false: it stays. */
    private interface Use {
        boolean of(Message letter, Session session) throws JMSException;
    }

    private boolean taken(String dead, String messageId, Use use) {
        try (var connection = connections.createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(new ActiveMQQueue(dead), byId(messageId))) {
            connection.start();
            var letter = consumer.receive(500);
            if (letter == null || !use.of(letter, session)) {
                session.rollback();
                return false;
            }
            session.commit();
            looks.remove(dead);
            return true;
        } catch (JMSException e) {
            return false;
        }
    }

    private boolean leaves(String dead, Message letter, Session session) throws JMSException {
        var origin = origin(dead, letter);
        if (Letters.OUTBOX.equals(origin)) {
            var event = letter.getStringProperty(Letters.EVENT_ID);
            var partner = QueueNames.partnerOf(dead);
            return event != null && partner.isPresent() && events.sendAgain(partner.get(), event);
        }
        if (origin == null || !Letters.mayReturnTo(dead, origin)) {
            return false;
        }
        try (var producer = session.createProducer(new ActiveMQQueue(origin))) {
            producer.send(Letters.sentAgain(letter, session));
            return true;
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
