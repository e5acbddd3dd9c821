package dev.kapu.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The queues of an external broker, as far as one sees by looking into them. */
final class BrowsedQueues implements Queues {
    private final ConnectionFactory connections;
    private final BrokerUsers users;
    private final Supplier<Set<String>> services;
    private final QueueCounts counts;
    private final BrowsedLetters letters;

    /** @param services those to which requests come by queue */
    BrowsedQueues(ConnectionFactory connections, BrokerUsers users, KeptEvents events, Supplier<Set<String>> services) {
        this.connections = connections;
        this.users = users;
        this.services = services;
        var browser = new QueueBrowser(connections);
        this.counts = new QueueCounts(browser);
        this.letters = new BrowsedLetters(connections, browser, counts, events);
    }

    private List<String> names() {
        var names = new TreeSet<>(List.of(QueueNames.DEAD, QueueNames.EXPIRED));
        users.names().forEach(partner -> names.addAll(QueueNames.of(partner)));
        services.get().forEach(service -> names.add(QueueNames.requests(service)));
        return List.copyOf(names);
    }

    private Stream<String> dead() {
        return names().stream().filter(QueueNames::isDead);
    }

    @Override
    public List<QueueState> all() {
        var names = names();
        counts.renew(names);
        return names.stream().map(this::state).toList();
    }

    private QueueState state(String name) {
        var count = counts.of(name);
        var dead = counts.of(QueueNames.partnerOf(name).map(QueueNames::dead).orElse(QueueNames.DEAD));
        return new QueueState(name, count.messages(), -1, -1, dead.messages(), count.oldest(), count.countedTo());
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return dead().flatMap(queue -> letters.oldest(queue, limit).stream()).toList();
    }

    @Override
    public Optional<Boolean> holds(String queue, String messageId) {
        return letters.holds(queue, messageId);
    }

    @Override
    public Optional<DeadLetter> deadLetter(String messageId) {
        return dead().flatMap(queue -> letters.one(queue, messageId).stream()).findFirst();
    }

    @Override
    public boolean replay(String messageId) {
        return dead().anyMatch(queue -> letters.replay(queue, messageId));
    }

    @Override
    public int replayAll(String queue) {
        return dead().anyMatch(queue::equals) ? letters.replayAll(queue) : 0;
    }

    @Override
    public boolean discard(String messageId) {
        return dead().anyMatch(queue -> letters.discard(queue, messageId));
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
