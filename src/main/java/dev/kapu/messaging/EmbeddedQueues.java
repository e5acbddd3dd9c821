package dev.kapu.messaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;

/** The queues of the embedded broker, seen from inside it. */
final class EmbeddedQueues implements Queues {
    private final ActiveMQServer server;
    private final EmbeddedLetters letters;

    EmbeddedQueues(ActiveMQServer server, KeptEvents events) {
        this.server = server;
        this.letters = new EmbeddedLetters(server, events);
    }

    @Override
    public List<QueueState> all() {
        return queues(server).map(this::state).toList();
    }

    static Stream<Queue> queues(ActiveMQServer server) {
        return server.getPostOffice()
                .getAllBindings()
                .filter(LocalQueueBinding.class::isInstance)
                .map(binding -> ((LocalQueueBinding) binding).getQueue())
                .filter(queue -> name(queue).startsWith("kapu.") && !name(queue).equals(QueueNames.SELFTEST))
                .sorted(Comparator.comparing(EmbeddedQueues::name));
    }

    private QueueState state(Queue queue) {
        var name = name(queue);
        var first = queue.peekFirstMessage();
        return new QueueState(
                name,
                queue.getMessageCount(),
                queue.getConsumerCount(),
                queue.getMessagesAdded(),
                deadLettersOf(name),
                first == null ? null : Instant.ofEpochMilli(first.getMessage().getTimestamp()));
    }

    private long deadLettersOf(String name) {
        var dead = QueueNames.partnerOf(name).map(QueueNames::dead).orElse(QueueNames.DEAD);
        var queue = server.locateQueue(dead);
        return queue == null ? 0 : queue.getMessageCount();
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return letters.oldest(limit);
    }

    @Override
    public Optional<Boolean> holds(String queue, String messageId) {
        return letters.holds(queue, messageId);
    }

    @Override
    public boolean replay(String messageId) {
        return letters.replay(messageId);
    }

    @Override
    public int replayAll(String queue) {
        return letters.replayAll(queue);
    }

    @Override
    public boolean discard(String messageId) {
        return letters.discard(messageId);
    }

    @Override
    public BrokerHealth health() {
        var active = server.isActive() && server.getState() == ActiveMQServer.SERVER_STATE.STARTED;
        return active
                ? new BrokerHealth(
                        true,
                        true,
                        server.getDiskStoreUsage(),
                        server.getPagingManager().isDiskFull())
                : new BrokerHealth(false, true, Double.NaN, false);
    }

    static String name(Queue queue) {
        return queue.getName().toString();
    }
}
