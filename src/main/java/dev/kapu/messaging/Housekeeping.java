package dev.kapu.messaging;

import java.util.HashSet;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the partners' file at the embedded broker: new partners get queues; a connection whose secret is no longer
 * valid is closed (K18), for a consumer that is connected is never asked for its password again.
 */
final class Housekeeping implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final EmbeddedBroker broker;

    Housekeeping(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @Override
    public void run() {
        broker.partnerQueues().ensure();
        closeRevoked();
    }

    private void closeRevoked() {
        var revoked = new HashSet<Object>();
        for (var session : broker.server().getSessions()) {
            if (session.getUsername() != null
                    && !broker.rights().authentic(session.getUsername(), session.getPassword())
                    && revoked.add(session.getConnectionID())) {
                log.warn("Connection of {} closed: its secret is not valid any more", session.getUsername());
            }
        }
        var remoting = broker.server().getRemotingService();
        for (var connection : remoting.getConnections()) {
            if (revoked.contains(connection.getID())) {
                remoting.removeConnection(connection.getID());
                connection.fail(new ActiveMQSecurityException("secret revoked"));
            }
        }
    }
}
