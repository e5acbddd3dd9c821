package dev.kapu.messaging;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.QueueRefusals.Refused;
import dev.kapu.gate.SteeringNames;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQPropertyConversionException;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How every message from a queue ends. Processed: taken off. Refused because of the sender ({@code Client…}): moved to
 * the dead letters at once, with the code. Failed because of what passes ({@code Server…}: the database is away, the
 * quota used up): left in the queue for as long as that takes; the broker delivers it again, later each time. Failed
 * because the hub fails at this very message ({@code Server.Internal}): the same, but after the last attempt moved as
 * well. Taking off and moving are one transaction, so a message is always in exactly one queue, and stays where it is
 * when there is no room for it among the dead letters.
 */
final class Inbox extends DefaultJmsMessageListenerContainer {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final Failures failures;
    private final boolean checked;
    private final Consumer<Refused> refusals;

    /**
     * @param checked what the hub writes on messages is the hub's: the broker takes it off what others send
     * @param refusals records a message that does not come to the gate, or throws
     */
    Inbox(JmsEndpoint endpoint, int attempts, boolean checked, Consumer<Refused> refusals) {
        super(endpoint);
        this.checked = checked;
        this.refusals = refusals;
        this.failures = new Failures(attempts);
    }

    @Override
    public void initialize() {
        // Whatever the route file says: without a transaction a failed message would be lost.
        setSessionTransacted(true);
        setSessionAcknowledgeMode(Session.SESSION_TRANSACTED);
        super.initialize();
    }

    @Override
    protected void invokeListener(Session session, Message message) throws JMSException {
        var queue = ((Queue) message.getJMSDestination()).getQueueName();
        try {
            var refusal = refusal(queue, message);
            if (refusal != null) {
                refusals.accept(refused(queue, message, refusal));
                throw new FaultException(refusal);
            }
            super.invokeListener(session, message);
            failures.forget(message);
        } catch (RuntimeException e) {
            var no = problem(e);
            var fault = no.fault();
            if (fault.retryable() && (fault != Fault.INTERNAL || !failures.isLast(message))) {
                log.warn(
                        "Message {} of {} failed, delivery {}: {}",
                        message.getJMSMessageID(),
                        queue,
                        message.getIntProperty("JMSXDeliveryCount"),
                        fault.code());
                throw e;
            }
            bury(session, message, queue, no);
            failures.forget(message);
        }
    }

    /** What the embedded broker does not let in at all; an external one may. And headers that JMS cannot read. */
    private @Nullable Fault refusal(String queue, Message message) {
        try {
            message.getJMSType();
            return forbidden(queue, message);
        } catch (JMSException | ActiveMQPropertyConversionException | JMSRuntimeException unreadable) {
            return Fault.HEADER_INVALID;
        }
    }

    private @Nullable Fault forbidden(String queue, Message message) throws JMSException {
        if (OversizeGuard.isMarked(message)) {
            return Fault.TOO_LARGE;
        }
        if (UnreadableGuard.isMarked(message)) {
            return Fault.INVALID;
        }
        if (!mayReplyTo(queue, message)) {
            return Fault.HEADER_INVALID;
        }
        for (var names = message.getPropertyNames(); names.hasMoreElements(); ) {
            var name = String.valueOf(names.nextElement());
            if (SteeringNames.has(name) || (!checked && SteeringNames.isOurs(name))) {
                return Fault.HEADER_RESERVED;
            }
        }
        return null;
    }

    /** The hub replies with its own rights: on nobody's queue but the sender's. */
    private static boolean mayReplyTo(String queue, Message message) throws JMSException {
        var replyTo = message.getJMSReplyTo();
        return replyTo == null
                || (replyTo instanceof Queue reply
                        && QueueNames.partnerOf(queue)
                                .map(QueueNames::replies)
                                .filter(reply.getQueueName()::equals)
                                .isPresent());
    }

    private static Refused refused(String queue, Message message, Fault fault) throws JMSException {
        return new Refused(
                queue,
                QueueNames.partnerOf(queue).orElse(null),
                message.getJMSMessageID(),
                Letters.size(message),
                fault,
                Instant.now(),
                System.nanoTime());
    }

    private static FaultException problem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultException no) {
                return no;
            }
        }
        return new FaultException(Fault.INTERNAL);
    }

    private void bury(Session session, Message message, String queue, FaultException no) throws JMSException {
        var dead = QueueNames.partnerOf(queue).map(QueueNames::dead).orElse(QueueNames.DEAD);
        var letter = Letters.buried(message, session, queue, no, checked);
        try (var producer = session.createProducer(new ActiveMQQueue(dead))) {
            producer.send(letter, DeliveryMode.PERSISTENT, message.getJMSPriority(), 0);
        }
        log.warn(
                "Message {} of {} moved to {}: {}",
                message.getJMSMessageID(),
                queue,
                dead,
                no.fault().code());
    }
}
