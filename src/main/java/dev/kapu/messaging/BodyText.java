package dev.kapu.messaging;

import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.utils.DataConstants;

/**
 * Whether a body is what its message's type says. A client of another protocol than JMS may write anything, and the JMS
 * client throws on it before it gives the message to anybody: it would come again and again, with nothing behind it read.
 */
final class BodyText {
    private static final Set<Byte> TYPES = Set.of(Message.DEFAULT_TYPE, Message.TEXT_TYPE, Message.BYTES_TYPE);
    private static final int HEAD = 1 + Integer.BYTES;

    private BodyText() {}

    /** Maps, streams and Java objects have bodies with rules of their own, and no meaning here. */
    static boolean isTakenFor(byte type) {
        return TYPES.contains(type);
    }

    /** True also of what is no text. */
    static boolean isReadable(ICoreMessage message) throws ActiveMQException {
        if (message.getType() != Message.TEXT_TYPE) {
            return true;
        }
        if (!message.isLargeMessage()) {
            return isReadable(message.getReadOnlyBodyBuffer());
        }
        var head = new byte[HEAD];
        try (var body = message.getLargeBodyReader()) {
            body.open();
            int read = Math.max(0, body.readInto(ByteBuffer.wrap(head)));
            return isText(ByteBuffer.wrap(head, 0, read), body.getSize());
        }
    }

    static boolean isReadable(ActiveMQBuffer body) {
        var head = new byte[Math.min(HEAD, body.readableBytes())];
        body.getBytes(body.readerIndex(), head);
        return isText(ByteBuffer.wrap(head), body.readableBytes());
    }

    /** A text is nothing, or its length in bytes and as many bytes. */
    private static boolean isText(ByteBuffer head, long size) {
        if (!head.hasRemaining()) {
            return false;
        }
        if (head.get() == DataConstants.NULL) {
            return true;
        }
        if (head.remaining() < Integer.BYTES) {
            return false;
        }
        int length = head.getInt();
        return length >= 0 && length <= size - HEAD;
    }
}
