package dev.kapu.messaging;

import java.util.Objects;
import org.apache.activemq.artemis.core.client.impl.ClientLargeMessageInternal;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.apache.activemq.artemis.core.client.impl.LargeMessageController;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.jspecify.annotations.Nullable;

/** The head of a large message, with nothing for a body; what comes of it is dropped chunk by chunk. */
final class UnreadMessage extends ClientMessageImpl implements ClientLargeMessageInternal {
    private static final int NO_BODY = 16;

    private @Nullable LargeMessageController chunks;

    UnreadMessage(CoreMessage head) {
        moveHeadersAndProperties(head);
        setExpiration(head.getExpiration());
        setTimestamp(head.getTimestamp());
        setPriority(head.getPriority());
        initBuffer(NO_BODY);
    }

    @Override
    public boolean isLargeMessage() {
        return true;
    }

    @Override
    public int getBodySize() {
        return 0;
    }

    @Override
    public void setLargeMessageController(LargeMessageController controller) {
        chunks = controller;
    }

    @Override
    public LargeMessageController getLargeMessageController() {
        return Objects.requireNonNull(chunks);
    }

    @Override
    public void setLargeMessageSize(long size) {}

    @Override
    public void discardBody() {
        getLargeMessageController().discardUnusedPackets();
    }
}
