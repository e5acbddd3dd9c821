package dev.kapu.messaging;

import dev.kapu.fault.Fault;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendContinuationMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendLargeMessage;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the chunks of large messages while they come. The broker writes them to the disk one by one, and asks
 * {@link EntryCheck} and the sender's rights only after the last. What goes beyond the limit is not written; an honest
 * sender hears the fault at the end. Who goes on and on, or sends while the disk is full, loses the connection, with
 * which the broker deletes what it has written.
 */
final class LargeMessages implements Interceptor {
    private static final Logger log = LoggerFactory.getLogger(LargeMessages.class);
    /** So many bytes may come beyond the limit before the connection fails; as many as are read away over HTTP. */
    private static final long PATIENCE = 128L * 1024 * 1024;
    /** Sessions of one connection with a large message under way. */
    private static final int MOST = 100;

    private final ActiveMQServer server;
    private final long maximumBytes;
    private final Refusals refusals;
    private final Map<RemotingConnection, Map<Long, Coming>> coming = Collections.synchronizedMap(new WeakHashMap<>());

    LargeMessages(ActiveMQServer server, long maximumBytes, Refusals refusals) {
        this.server = server;
        this.maximumBytes = maximumBytes;
        this.refusals = refusals;
    }

    /** A message of which the end has not come; touched by its connection's thread alone. */
    private static final class Coming {
        private final Message head;
        private long bytes;
        private boolean failed;

        Coming(Message head) {
            this.head = head;
        }
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (connection.getTransportConnection() instanceof InVMConnection) {
            return true;
        }
        if (packet instanceof SessionSendLargeMessage first) {
            var messages = coming.computeIfAbsent(connection, unknown -> new ConcurrentHashMap<>());
            var message = new Coming(first.getLargeMessage());
            messages.put(packet.getChannelID(), message);
            return messages.size() <= MOST || fail(connection, message);
        }
        return !(packet instanceof SessionSendContinuationMessage chunk) || mayPass(chunk, connection);
    }

    private boolean mayPass(SessionSendContinuationMessage chunk, RemotingConnection connection) {
        var messages = coming.getOrDefault(connection, Map.of());
        var message = messages.get(chunk.getChannelID());
        if (message == null) {
            return true;
        }
        var over = message.bytes > maximumBytes;
        message.bytes += chunk.getBody().length;
        if (message.failed
                || message.bytes - maximumBytes > PATIENCE
                || server.getPagingManager().isDiskFull()) {
            return fail(connection, message);
        }
        if (!chunk.isContinues()) {
            messages.remove(chunk.getChannelID());
            return true;
        }
        return !over;
    }

    private boolean fail(RemotingConnection connection, Coming message) {
        if (!message.failed) {
            message.failed = true;
            var user = user(connection);
            log.warn("Connection of {} closed: it sends a large message without end or place", user);
            refusals.recordLater(EntryCheck.refused(message.head, user, message.bytes, Fault.TOO_LARGE));
            server.getRemotingService().removeConnection(connection.getID());
            var unused = connection.asyncFail(new ActiveMQException(Fault.TOO_LARGE.code()));
        }
        return false;
    }

    private @Nullable String user(RemotingConnection connection) {
        for (var session : server.getSessions()) {
            if (connection.getID().equals(session.getConnectionID())) {
                return session.getValidatedUser();
            }
        }
        return null;
    }
}
