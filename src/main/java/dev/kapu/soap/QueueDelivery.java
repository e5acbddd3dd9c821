package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.jms.JMSConstants;
import org.jspecify.annotations.Nullable;

/** Of a message that came by queue: whom the broker let in, and where the answer may go. */
record QueueDelivery(Message message) {
    /** @throws FaultException {@code NOT_AUTHENTICATED} if the broker does not say whom it let in */
    String brokerUser() {
        var user = user();
        if (user == null) {
            holdAnswer();
            throw new FaultException(Fault.NOT_AUTHENTICATED);
        }
        return user;
    }

    /** Nothing is sent to a sender whom nobody knows, until {@link #requireReplyQueueOf} has found where it may go. */
    void holdAnswer() {
        message.getExchange().setOneWay(true);
    }

    /**
     * An answer goes only to the sender's own reply queue: with any other, or none, nothing is sent at all, for it would
     * land with somebody else.
     *
     * @throws FaultException {@code HEADER_INVALID}
     */
    void requireReplyQueueOf(String user) {
        if (!("kapu.replies." + user).equals(replyQueue())) {
            holdAnswer();
            throw new FaultException(Fault.HEADER_INVALID, "JMSReplyTo");
        }
        message.getExchange().setOneWay(false);
    }

    private @Nullable String user() {
        try {
            return jms().getStringProperty("JMSXUserID");
        } catch (JMSException unreadable) {
            return null;
        }
    }

    private @Nullable String replyQueue() {
        try {
            return jms().getJMSReplyTo() instanceof Queue queue ? queue.getQueueName() : null;
        } catch (JMSException unreadable) {
            return null;
        }
    }

    private jakarta.jms.Message jms() {
        return (jakarta.jms.Message) Objects.requireNonNull(message.get(JMSConstants.JMS_REQUEST_MESSAGE));
    }
}
