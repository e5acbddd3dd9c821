package dev.kapu.messaging;

import dev.kapu.messaging.Queues.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.management.QueueControl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dead letters of the embedded broker, seen from inside it. */
final class EmbeddedLetters {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedLetters.class);

    private final ActiveMQServer server;
    private final KeptEvents events;

    EmbeddedLetters(ActiveMQServer server, KeptEvents events) {
        this.server = server;
        this.events = events;
    }

    private Stream<Queue> dead() {
        return EmbeddedQueues.queues(server).filter(queue -> QueueNames.isDead(EmbeddedQueues.name(queue)));
    }

    List<DeadLetter> oldest(int limit) {
        var letters = new ArrayList<DeadLetter>();
        for (var queue : dead().toList()) {
            try (var messages = queue.browserIterator()) {
                for (int taken = 0; taken < limit && messages.hasNext(); taken++) {
                    letters.add(
                            letter(EmbeddedQueues.name(queue), messages.next().getMessage()));
                }
            }
        }
        return letters;
    }

    private static DeadLetter letter(String queue, Message message) {
        var head = new LetterHead(message::getObjectProperty);
        return new DeadLetter(
                Long.toString(message.getMessageID()),
                queue,
                origin(queue, message).orElse("?"),
                Letters.reason(
                        message.getObjectProperty(Letters.FAULT_CODE), message.containsProperty(Letters.EXPIRED_AT)),
                head.sentAt(message.getTimestamp()),
                head.where(),
                head.sendersId());
    }

    private static Optional<String> origin(String dead, Message message) {
        return Optional.ofNullable(
                Letters.origin(dead, text(message, Letters.ORIGIN), text(message, Letters.BROKERS_ORIGIN)));
    }

    private static @Nullable String text(Message message, String property) {
        return message.getObjectProperty(property) instanceof CharSequence text ? text.toString() : null;
    }

    Optional<Boolean> holds(String name, String messageId) {
        var queue = server.isActive() ? server.locateQueue(name) : null;
        return queue == null
                ? Optional.empty()
                : Optional.of(
                        number(messageId).filter(id -> find(queue, id) != null).isPresent());
    }

    boolean replay(String messageId) {
        return number(messageId)
                .filter(id -> dead().anyMatch(queue -> replay(queue, id)))
                .isPresent();
    }

    int replayAll(String name) {
        return dead().filter(queue -> EmbeddedQueues.name(queue).equals(name))
                .mapToInt(queue -> (int)
                        ids(queue).stream().filter(id -> replay(queue, id)).count())
                .sum();
    }

    private static List<Long> ids(Queue dead) {
        var ids = new ArrayList<Long>();
        try (var messages = dead.browserIterator()) {
            while (messages.hasNext() && ids.size() < Queues.MOST_LETTERS) {
                ids.add(messages.next().getMessage().getMessageID());
            }
        }
        return ids;
    }

    boolean discard(String messageId) {
        return number(messageId)
                .filter(id -> dead().anyMatch(queue -> discard(queue, id)))
                .isPresent();
    }

    private static Optional<Long> number(String messageId) {
        try {
            return Optional.of(Long.valueOf(messageId));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean replay(Queue dead, long id) {
        var letter = find(dead, id);
        if (letter == null) {
            return false;
        }
        var name = EmbeddedQueues.name(dead);
        var origin = origin(name, letter).orElse("?");
        try {
            var control = server.getManagementService().getQueueControl(name);
            var replayed =
                    origin.equals(Letters.OUTBOX) ? leaves(control, name, letter) : returns(control, name, id, origin);
            if (replayed) {
                log.info("Dead letter {} of {} sent again to {}", id, name, origin);
            }
            return replayed;
        } catch (Exception e) {
            log.warn("Dead letter {} of {} cannot be sent again: {}", id, name, e.toString());
            return false;
        }
    }

    private boolean discard(Queue dead, long id) {
        var letter = find(dead, id);
        var name = EmbeddedQueues.name(dead);
        try {
            var gone = letter != null
                    && (!origin(name, letter).equals(Optional.of(Letters.OUTBOX)) || isKeptNoLonger(name, letter))
                    && server.getManagementService().getQueueControl(name).removeMessage(id);
            if (gone) {
                log.info("Dead letter {} of {} discarded", id, name);
            }
            return gone;
        } catch (Exception e) {
            log.warn("Dead letter {} of {} cannot be discarded: {}", id, name, e.toString());
            return false;
        }
    }

    private boolean isKeptNoLonger(String dead, Message letter) {
        var event = text(letter, Letters.EVENT_ID);
        var partner = QueueNames.partnerOf(dead);
        return event == null || partner.isEmpty() || events.discard(partner.get(), event);
    }

    private static @Nullable Message find(Queue dead, long id) {
        try (var messages = dead.browserIterator()) {
            while (messages.hasNext()) {
                var message = messages.next().getMessage();
                if (message.getMessageID() == id) {
                    return message;
                }
            }
        }
        return null;
    }

    private boolean returns(QueueControl dead, String name, long id, String origin) throws Exception {
        return Letters.mayReturnTo(name, origin)
                && server.locateQueue(origin) != null
                && dead.moveMessage(id, origin, false);
    }

    private boolean leaves(QueueControl dead, String name, Message letter) throws Exception {
        var event = text(letter, Letters.EVENT_ID);
        var partner = QueueNames.partnerOf(name);
        return event != null
                && partner.isPresent()
                && events.sendAgain(partner.get(), event)
                && dead.removeMessage(letter.getMessageID());
    }
}
