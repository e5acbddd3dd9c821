package dev.kapu.messaging;

import dev.kapu.messaging.Queues.DeadLetter;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter of the embedded broker, seen from inside it.
 *
 * @param dead name of the queue that it lies in
 */
record EmbeddedLetter(String dead, Message message) {
    static @Nullable EmbeddedLetter find(Queue dead, long id) {
        try (var messages = dead.browserIterator()) {
            while (messages.hasNext()) {
                var message = messages.next().getMessage();
                if (message.getMessageID() == id) {
                    return new EmbeddedLetter(EmbeddedQueues.name(dead), message);
                }
            }
        }
        return null;
    }

    long id() {
        return message.getMessageID();
    }

    Optional<String> origin() {
        return Optional.ofNullable(Letters.origin(dead, text(Letters.ORIGIN), text(Letters.BROKERS_ORIGIN)));
    }

    /** Whether it is an event, which the outbox keeps. */
    boolean isOfTheOutbox() {
        return origin().equals(Optional.of(Letters.OUTBOX));
    }

    @Nullable
    String event() {
        return text(Letters.EVENT_ID);
    }

    Optional<String> partner() {
        return QueueNames.partnerOf(dead);
    }

    DeadLetter shown() {
        var head = new LetterHead(message::getObjectProperty);
        return new DeadLetter(
                Long.toString(id()),
                dead,
                origin().orElse("?"),
                Letters.reason(
                        message.getObjectProperty(Letters.FAULT_CODE), message.containsProperty(Letters.EXPIRED_AT)),
                head.sentAt(message.getTimestamp()),
                head.where(),
                head.sendersId(),
                head.eventKind(origin().orElse(null)));
    }

    private @Nullable String text(String property) {
        return message.getObjectProperty(property) instanceof CharSequence text ? text.toString() : null;
    }
}
