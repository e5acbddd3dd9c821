package dev.kapu.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queues of the embedded broker, seen from inside it. */
final class EmbeddedQueues implements Queues {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedQueues.class);

    private final ActiveMQServer server;

    EmbeddedQueues(ActiveMQServer server) {
        this.server = server;
    }

    @Override
    public List<QueueState> all() {
        return queues().map(this::state).toList();
    }

    private Stream<Queue> queues() {
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
        var letters = new ArrayList<DeadLetter>();
        for (var queue : queues().filter(each -> QueueNames.isDead(name(each))).toList()) {
            try (var messages = queue.browserIterator()) {
                while (messages.hasNext() && letters.size() < limit) {
                    letters.add(letter(name(queue), messages.next().getMessage()));
                }
            }
        }
        return letters;
    }

    private static DeadLetter letter(String queue, Message message) {
        return new DeadLetter(
                Long.toString(message.getMessageID()),
                queue,
                origin(queue, message).orElse("?"),
                Letters.reason(
                        message.getObjectProperty(Letters.FAULT_CODE), message.containsProperty(Letters.EXPIRED_AT)),
                Instant.ofEpochMilli(message.getTimestamp()));
    }

    private static Optional<String> origin(String dead, Message message) {
        return Optional.ofNullable(
                Letters.origin(dead, text(message, Letters.ORIGIN), text(message, Letters.BROKERS_ORIGIN)));
    }

    private static @Nullable String text(Message message, String property) {
        return message.getObjectProperty(property) instanceof CharSequence text ? text.toString() : null;
    }

    @Override
    public boolean replay(String messageId) {
        long id;
        try {
            id = Long.parseLong(messageId);
        } catch (NumberFormatException e) {
            return false;
        }
        return queues().filter(queue -> QueueNames.isDead(name(queue))).anyMatch(queue -> replay(queue, id));
    }

    private boolean replay(Queue dead, long id) {
        var origin = originOf(dead, id);
        if (origin == null || !Letters.mayReturnTo(name(dead), origin) || server.locateQueue(origin) == null) {
            return false;
        }
        try {
            var moved =
                    server.getManagementService().getQueueControl(name(dead)).moveMessage(id, origin, false);
            if (moved) {
                log.info("Dead letter {} of {} sent again to {}", id, name(dead), origin);
            }
            return moved;
        } catch (Exception e) {
            log.warn("Dead letter {} of {} cannot be sent again: {}", id, name(dead), e.toString());
            return false;
        }
    }

    private static @Nullable String originOf(Queue dead, long id) {
        try (var messages = dead.browserIterator()) {
            while (messages.hasNext()) {
                var message = messages.next().getMessage();
                if (message.getMessageID() == id) {
                    return origin(name(dead), message).orElse(null);
                }
            }
        }
        return null;
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

    private static String name(Queue queue) {
        return queue.getName().toString();
    }
}
