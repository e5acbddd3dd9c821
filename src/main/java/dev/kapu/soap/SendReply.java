package dev.kapu.soap;

import dev.kapu.gate.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Writes what the gate has let go, and nothing else. */
final class SendReply extends AbstractPhaseInterceptor<Message> {
    private static final String XML = "text/xml;charset=UTF-8";

    /** Tells the transport what will follow, before the transport opens its stream. */
    static final class Announce extends AbstractPhaseInterceptor<Message> {
        Announce() {
            super(Phase.SETUP);
        }

        @Override
        public void handleMessage(Message message) {
            var reply = message.getExchange().get(Reply.class);
            message.put(Message.CONTENT_TYPE, XML);
            message.put(Message.RESPONSE_CODE, reply == null || reply.fault() != null ? 500 : 200);
        }
    }

    SendReply() {
        super(Phase.WRITE);
    }

    @Override
    public void handleMessage(Message message) {
        var reply = message.getExchange().get(Reply.class);
        try {
            if (reply != null) {
                write(reply.bytes(), message);
            }
        } catch (IOException gone) {
            throw new Fault(gone);
        }
    }

    /** CXF answers a JMS text message with characters, everything else with bytes. */
    private static void write(byte[] reply, Message message) throws IOException {
        var stream = message.getContent(OutputStream.class);
        if (stream == null) {
            message.getContent(Writer.class).write(new String(reply, StandardCharsets.UTF_8));
        } else {
            stream.write(reply);
        }
    }
}
