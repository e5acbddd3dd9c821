package dev.kapu.messaging;

import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Says no when the disk is full. By itself the broker gives a sender no more credit, and lets it wait for some without
 * end; the hub sends without credit ({@link Connections}), so that it comes here and can try again later.
 */
final class FullDisk implements ActiveMQServerMessagePlugin {
    private @Nullable ActiveMQServer server;

    @Override
    public void registered(ActiveMQServer server) {
        this.server = server;
    }

    @Override
    public void beforeSend(
            ServerSession session, @Nullable Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        var broker = server;
        if (broker != null && broker.getPagingManager().isDiskFull()) {
            var refusal = new ActiveMQAddressFullException("the broker's disk is full");
            if (tx != null) {
                tx.markAsRollbackOnly(refusal);
            }
            throw refusal;
        }
    }
}
