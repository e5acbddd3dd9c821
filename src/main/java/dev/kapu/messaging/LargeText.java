package dev.kapu.messaging;

import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQBuffers;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.client.impl.ClientLargeMessageImpl;
import org.apache.activemq.artemis.core.client.impl.ClientLargeMessageInternal;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.apache.activemq.artemis.core.client.impl.LargeMessageController;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.utils.DataConstants;

/** A large text, whose body comes after its head: where it cannot be read there is none, and the mark of the guard. */
final class LargeText extends ClientMessageImpl implements ClientLargeMessageInternal {
    private final ClientLargeMessageImpl body = new ClientLargeMessageImpl();

    LargeText(CoreMessage head) {
        moveHeadersAndProperties(head);
    }

    @Override
    public boolean isLargeMessage() {
        return true;
    }

    @Override
    public void checkCompletion() throws ActiveMQException {
        body.checkCompletion();
    }

    @Override
    public ActiveMQBuffer getBodyBuffer() {
        var text = body.getBodyBuffer();
        text.resetReaderIndex();
        if (BodyText.isReadable(text)) {
            return text;
        }
        putStringProperty(UnreadableGuard.MARK, "true");
        return ActiveMQBuffers.wrappedBuffer(new byte[] {DataConstants.NULL});
    }

    @Override
    public void setLargeMessageController(LargeMessageController controller) {
        body.setLargeMessageController(controller);
    }

    @Override
    public LargeMessageController getLargeMessageController() {
        return body.getLargeMessageController();
    }

    @Override
    public void setLargeMessageSize(long size) {
        body.setLargeMessageSize(size);
    }

    @Override
    public void discardBody() {
        body.discardBody();
    }
}
