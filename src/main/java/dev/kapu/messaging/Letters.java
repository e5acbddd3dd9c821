package dev.kapu.messaging;

import dev.kapu.fault.FaultException;
import dev.kapu.gate.SteeringNames;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.apache.activemq.artemis.api.core.ActiveMQPropertyConversionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of messages that go to another queue as they are, and what is written on dead letters. */
final class Letters {
    /** Code of the fault for which a message was buried. */
    static final String FAULT_CODE = "kapuFaultCode";

    /** Name of the element, header or setting at fault. */
    static final String FAULT_WHERE = "kapuFaultWhere";

    /** The sender's id of the message: its property {@code id}, else what JMS gave it. */
    static final String MESSAGE_ID = "kapuMessageId";

    static final String SENDERS_ID = "id";

    /** When it was sent at first, in milliseconds: a copy is sent anew. */
    static final String SENT_AT = "kapuSentAt";

    /** Queue from which the hub buried it; where the broker did, {@code _AMQ_ORIG_QUEUE}. */
    static final String ORIGIN = "kapuOrigin";

    /** In place of a queue: an event that the outbox keeps. Nothing is moved there. */
    static final String OUTBOX = "outbox";

    static final String EVENT_ID = EventStamp.EVENT_ID;
    static final String EVENT_KIND = EventStamp.EVENT_KIND;

    /** The same on an event that has been sent: the type by JMS. */
    static final String TYPE = "JMSType";

    static final String BROKERS_ORIGIN = "_AMQ_ORIG_QUEUE";
    static final String EXPIRED_AT = "_AMQ_ACTUAL_EXPIRY";
    static final String EXPIRED = "expired";
    static final String UNDELIVERED = "undelivered";

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private Letters() {}

    /**
     * Without what the hub has written on it, which an external broker would let anybody write; what comes again by it is
     * known by the sender's id.
     */
    static Message sentAgain(Message letter, Session session) throws JMSException {
        var again = copy(letter, session, false);
        var id = letter.getStringProperty(MESSAGE_ID);
        if (id != null && !again.propertyExists(SENDERS_ID)) {
            again.setStringProperty(SENDERS_ID, id);
        }
        return again;
    }

    private static Message copy(Message original, Session session, boolean withOurs) throws JMSException {
        var copy = withBody(original, session);
        for (Object each : Collections.list(original.getPropertyNames())) {
            var name = (String) each;
            if (isCopied(name, withOurs)) {
                copyProperty(name, original, copy);
            }
        }
        copyGroup(original, copy);
        copyHeader(() -> copy.setJMSCorrelationID(original.getJMSCorrelationID()));
        copyHeader(() -> copy.setJMSReplyTo(original.getJMSReplyTo()));
        copyHeader(() -> copy.setJMSType(original.getJMSType()));
        return copy;
    }

    /** Neither what the broker writes, nor where an earlier fault was. */
    private static boolean isCopied(String name, boolean withOurs) {
        var upper = name.toUpperCase(Locale.ROOT);
        return !upper.startsWith("JMSX")
                && !upper.startsWith("_AMQ")
                && !name.equals(FAULT_WHERE)
                && (withOurs || !SteeringNames.isOurs(name));
    }

    /**
     * A copy that says why, and by which id and since when the sender knows it.
     *
     * @param checked what the hub has written on the message before is the hub's
     */
    static Message buried(Message original, Session session, String queue, FaultException no, boolean checked)
            throws JMSException {
        var letter = copy(original, session, checked);
        letter.setStringProperty(FAULT_CODE, no.fault().code());
        if (no.where() != null) {
            letter.setStringProperty(FAULT_WHERE, no.where());
        }
        letter.setStringProperty(ORIGIN, queue);
        if (!letter.propertyExists(SENT_AT)) {
            letter.setLongProperty(SENT_AT, original.getJMSTimestamp());
        }
        if (!letter.propertyExists(MESSAGE_ID)) {
            var id = text(original, SENDERS_ID);
            letter.setStringProperty(MESSAGE_ID, id == null ? original.getJMSMessageID() : id);
        }
        return letter;
    }

    /** A sender's client may write what JMS can neither read nor name, such as {@code x-trace}: that stays behind. */
    private static void copyProperty(String name, Message original, Message copy) {
        copyHeader(() -> copy.setObjectProperty(name, original.getObjectProperty(name)));
    }

    private interface Copying {
        void run() throws JMSException;
    }

    private static void copyHeader(Copying header) {
        try {
            header.run();
        } catch (JMSException | JMSRuntimeException | ActiveMQPropertyConversionException strange) {
            log.debug("a header or property of a message was not copied");
        }
    }

    private static @Nullable String text(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException | ActiveMQPropertyConversionException strange) {
            return null;
        }
    }

    private static void copyGroup(Message original, Message copy) throws JMSException {
        var group = text(original, "JMSXGroupID");
        if (group != null) {
            copy.setStringProperty("JMSXGroupID", group);
        }
    }

    private static Message withBody(Message original, Session session) throws JMSException {
        if (original instanceof TextMessage text) {
            return session.createTextMessage(text.getText());
        }
        if (original instanceof BytesMessage bytes) {
            bytes.reset();
            var content = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(content);
            var copy = session.createBytesMessage();
            copy.writeBytes(content);
            return copy;
        }
        return session.createMessage();
    }

    /** Bytes of the body. */
    static long size(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText() == null ? 0 : text.getText().getBytes(StandardCharsets.UTF_8).length;
        }
        return message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0;
    }

    static String reason(@Nullable Object faultCode, boolean expired) {
        if (expired) {
            return EXPIRED;
        }
        return faultCode == null ? UNDELIVERED : faultCode.toString();
    }

    /** Where a letter came from: at a queue that all share, only what the broker has written says so. */
    static @Nullable String origin(String dead, @Nullable String byHub, @Nullable String byBroker) {
        return byHub == null || QueueNames.partnerOf(dead).isEmpty() ? byBroker : byHub;
    }

    /** Whatever a letter says of itself, it reaches no queue of a partner but its own, and nothing beside the queues. */
    static boolean mayReturnTo(String dead, String origin) {
        if (origin.startsWith(QueueNames.REQUESTS)) {
            return true;
        }
        var partner = QueueNames.partnerOf(origin);
        var owner = QueueNames.partnerOf(dead);
        return partner.isPresent() && !QueueNames.isDead(origin) && (owner.isEmpty() || owner.equals(partner));
    }
}
