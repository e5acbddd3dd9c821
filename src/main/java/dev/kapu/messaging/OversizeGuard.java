package dev.kapu.messaging;

import static org.apache.activemq.artemis.api.core.Message.HDR_LARGE_COMPRESSED;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps the bodies of messages out of memory that {@link EntryCheck} would not let in: too large ones, and compressed
 * ones, which the client unpacks without any limit. An external broker takes them, and a JMS client holds what it receives
 * as a whole, before anybody can ask for its size. The heads come, with {@link #MARK}, to be refused.
 */
final class OversizeGuard implements Interceptor {
    /** Whoever else writes it has his own message refused. */
    static final String MARK = "kapuTooLarge";

    private final long maximumBytes;

    OversizeGuard(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    static boolean isMarked(jakarta.jms.Message message) throws JMSException {
        return message.propertyExists(MARK);
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (packet instanceof SessionReceiveLargeMessage large) {
            var message = (CoreMessage) large.getLargeMessage();
            if (large.getLargeMessageSize() > maximumBytes || message.containsProperty(HDR_LARGE_COMPRESSED)) {
                large.replaceMessage(mark(new UnreadMessage(message)));
            }
        } else if (packet instanceof SessionReceiveMessage small
                && small.getMessage().containsProperty(HDR_LARGE_COMPRESSED)) {
            mark((CoreMessage) small.getMessage());
        }
        return true;
    }

    /** A text would be read at once. */
    private static CoreMessage mark(CoreMessage message) {
        message.removeProperty(HDR_LARGE_COMPRESSED);
        message.putStringProperty(MARK, "true");
        message.setType(Message.BYTES_TYPE);
        return message;
    }
}
