package dev.kapu.messaging;

import static org.apache.activemq.artemis.api.core.Message.HDR_LARGE_BODY_SIZE;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Lets no message come to the JMS client at which it would throw (see {@link BodyText}): such a one comes as bytes with
 * {@link #MARK}, to be refused. An external broker takes them; the journal of the embedded one may have some from before
 * {@link EntryCheck} looked at bodies.
 */
final class UnreadableGuard implements Interceptor {
    /** Whoever else writes it has his own message refused. */
    static final String MARK = "kapuUnreadable";

    static boolean isMarked(jakarta.jms.Message message) throws JMSException {
        return message.propertyExists(MARK);
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) throws ActiveMQException {
        if (packet instanceof SessionReceiveLargeMessage large) {
            var head = (CoreMessage) large.getLargeMessage();
            // The client believes what its sender wrote there.
            head.putLongProperty(HDR_LARGE_BODY_SIZE, large.getLargeMessageSize());
            if (!BodyText.isTakenFor(head.getType())) {
                mark(head);
            } else if (head.getType() == Message.TEXT_TYPE) {
                large.replaceMessage(new LargeText(head));
            }
        } else if (packet instanceof SessionReceiveMessage small) {
            var message = (CoreMessage) small.getMessage();
            if (!BodyText.isTakenFor(message.getType()) || !BodyText.isReadable(message)) {
                mark(message);
            }
        }
        return true;
    }

    private static void mark(CoreMessage message) {
        message.putStringProperty(MARK, "true");
        message.setType(Message.BYTES_TYPE);
    }
}
