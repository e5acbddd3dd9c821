package dev.kapu.messaging;

import static org.apache.activemq.artemis.api.core.Message.HDR_CONTENT_TYPE;
import static org.apache.activemq.artemis.api.core.Message.HDR_DUPLICATE_DETECTION_ID;
import static org.apache.activemq.artemis.api.core.Message.HDR_GROUP_ID;
import static org.apache.activemq.artemis.api.core.Message.HDR_LARGE_BODY_SIZE;
import static org.apache.activemq.artemis.api.core.Message.HDR_LARGE_COMPRESSED;
import static org.apache.activemq.artemis.api.core.Message.HDR_ROUTING_TYPE;
import static org.apache.activemq.artemis.api.core.Message.HDR_SCHEDULED_DELIVERY_TIME;

import dev.kapu.fault.Fault;
import dev.kapu.gate.Hashes;
import dev.kapu.gate.QueueRefusals.Refused;
import dev.kapu.gate.SteeringNames;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.reader.MessageUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a partner's message must be before the broker takes it: bytes or a text that can be read, not too large, to be
 * answered on the partner's own queue (the hub replies with its own rights, so a foreign {@code JMSReplyTo} would make it
 * a tool), and with no property that could steer Camel. Those by which broker and hub talk to themselves are taken off.
 */
final class EntryCheck implements ActiveMQServerMessagePlugin {
    private static final Logger log = LoggerFactory.getLogger(EntryCheck.class);
    private static final Set<SimpleString> PARTNERS_TO_SET = Set.of(
            HDR_ROUTING_TYPE,
            HDR_LARGE_BODY_SIZE,
            HDR_GROUP_ID,
            HDR_SCHEDULED_DELIVERY_TIME,
            HDR_DUPLICATE_DETECTION_ID,
            HDR_CONTENT_TYPE);
    private static final int LONGEST_ADDRESS = 200;
    private static final List<String> RESERVED = List.of("_amq", "kapu");

    private final QueueRights rights;
    private final long maximumBytes;
    private final Refusals refusals;

    EntryCheck(QueueRights rights, long maximumBytes, Refusals refusals) {
        this.refusals = refusals;
        this.rights = rights;
        this.maximumBytes = maximumBytes;
    }

    @Override
    public void beforeSend(
            ServerSession session, @Nullable Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        var user = session.getValidatedUser();
        if (rights.isHub(user)) {
            return;
        }
        var fault = faultOf(user, message);
        if (fault != null) {
            refuse(fault, user, tx, message);
        }
        for (var name : Set.copyOf(message.getPropertyNames())) {
            if (isReserved(name)) {
                message.removeProperty(name);
            }
        }
        keepDuplicatesApart(user, message);
        if (isRequest(message)) {
            RequestProperties.strip(message);
        }
    }

    private static boolean isRequest(Message message) {
        return address(message).startsWith(QueueNames.REQUESTS);
    }

    private @Nullable Fault faultOf(String user, Message message) throws ActiveMQException {
        if (message.getWholeMessageSize() > maximumBytes) {
            return Fault.TOO_LARGE;
        }
        if (!(message instanceof ICoreMessage core) || !BodyText.isTakenFor(core.getType())) {
            return Fault.INVALID;
        }
        // Unpacked by the receiver without any limit.
        if (message.containsProperty(HDR_LARGE_COMPRESSED) || !BodyText.isReadable(core)) {
            return Fault.INVALID;
        }
        if (message.getPropertyNames().stream().anyMatch(name -> SteeringNames.has(name.toString()))) {
            return Fault.HEADER_RESERVED;
        }
        if (isRequest(message) && !RequestProperties.readable(message)) {
            return Fault.HEADER_INVALID;
        }
        // Whatever its type: a sender may write bytes where a name belongs.
        var replyTo = message.getObjectProperty(MessageUtil.REPLYTO_HEADER_NAME);
        return replyTo == null || replyTo.toString().equals("queue://" + QueueNames.replies(user))
                ? null
                : Fault.HEADER_INVALID;
    }

    /**
     * The sender hears of it once it is on record. Meanwhile its session waits, on one of the broker's threads; recording
     * needs the database and never the broker.
     */
    private void refuse(Fault fault, String user, @Nullable Transaction tx, Message message) throws ActiveMQException {
        log.warn("Message of {} refused at the broker: {}", user, fault.code());
        var recorded = refusals.record(refused(message, user, message.getWholeMessageSize(), fault));
        var refusal = new ActiveMQException((recorded ? fault : Fault.NOT_RECORDED).code());
        if (tx != null) {
            tx.markAsRollbackOnly(refusal);
        }
        if (message instanceof LargeServerMessage large) {
            delete(large);
        }
        throw refusal;
    }

    static Refused refused(Message message, @Nullable String user, long bytes, Fault fault) {
        var id = message.getUserID();
        return new Refused(
                address(message), user, id == null ? null : "ID:" + id, bytes, fault, Instant.now(), System.nanoTime());
    }

    /** As long as a name can be: refusals wait in memory to be recorded. */
    private static String address(Message message) {
        var address = String.valueOf(message.getAddress());
        return address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS);
    }

    private static void delete(LargeServerMessage large) {
        try {
            large.deleteFile();
        } catch (Exception e) {
            log.warn(
                    "A refused large message could not be deleted: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static boolean isReserved(SimpleString name) {
        var lower = name.toString().toLowerCase(Locale.ROOT);
        return !PARTNERS_TO_SET.contains(name) && RESERVED.stream().anyMatch(lower::startsWith);
    }

    /** One queue takes the requests of all: nobody's id may make another's message look like a repetition. */
    private static void keepDuplicatesApart(String user, Message message) {
        var id = message.getDuplicateIDBytes();
        if (id != null) {
            message.putStringProperty(
                    HDR_DUPLICATE_DETECTION_ID, SimpleString.of(HexFormat.of().formatHex(Hashes.sha256(user, id))));
        }
    }
}
