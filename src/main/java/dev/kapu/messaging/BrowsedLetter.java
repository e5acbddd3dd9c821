package dev.kapu.messaging;

import dev.kapu.gate.SteeringNames;
import dev.kapu.messaging.Queues.DeadLetter;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.jspecify.annotations.Nullable;

/** A message in a queue of an external broker, and what of that which stands on it may be believed. */
record BrowsedLetter(String queue, Message message) {
    DeadLetter shown() throws JMSException {
        var origin = origin();
        boolean laidByHub = isLaidByHub();
        var head = new LetterHead(name -> laidByHub || !SteeringNames.isOurs(name) ? property(name) : null);
        return new DeadLetter(
                message.getJMSMessageID(),
                queue,
                origin == null ? "?" : origin,
                Letters.reason(
                        laidByHub ? message.getStringProperty(Letters.FAULT_CODE) : null,
                        message.propertyExists(Letters.EXPIRED_AT)),
                head.sentAt(message.getJMSTimestamp()),
                head.where(),
                head.sendersId(),
                head.eventKind(origin));
    }

    private @Nullable Object property(String name) {
        try {
            return name.equals(Letters.TYPE) ? message.getJMSType() : message.getObjectProperty(name);
        } catch (JMSException unreadable) {
            return null;
        }
    }

    /** Else the broker moved it as its sender wrote it, and what looks like the hub's may be the sender's. */
    private boolean isLaidByHub() throws JMSException {
        return !message.propertyExists(Letters.BROKERS_ORIGIN);
    }

    /** Null where nobody says. */
    @Nullable
    String origin() throws JMSException {
        return Letters.origin(
                queue,
                isLaidByHub() ? message.getStringProperty(Letters.ORIGIN) : null,
                message.getStringProperty(Letters.BROKERS_ORIGIN));
    }
}
