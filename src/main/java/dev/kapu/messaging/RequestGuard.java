package dev.kapu.messaging;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Does with a SOAP request of an external broker, before CXF sees it, what {@link EntryCheck} does with one as it comes in.
 * It is the last of the guards: what they have written stays. So does the broker's own word that a queue is empty, which is
 * never counted as a delivery.
 */
final class RequestGuard implements Interceptor {
    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (packet instanceof SessionReceiveLargeMessage large) {
            guard((CoreMessage) large.getLargeMessage());
        } else if (packet instanceof SessionReceiveMessage small && small.getDeliveryCount() > 0) {
            guard((CoreMessage) small.getMessage());
        }
        return true;
    }

    /** A queue may be named behind its address. */
    private static void guard(CoreMessage message) {
        if (String.valueOf(message.getAddress()).contains(QueueNames.REQUESTS)) {
            RequestProperties.stripReceived(message);
        }
    }
}
