package dev.kapu.soap;

import dev.kapu.gate.Reply;
import java.io.IOException;
import java.io.OutputStream;
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
                message.getContent(OutputStream.class).write(reply.bytes());
            }
        } catch (IOException gone) {
            throw new Fault(gone);
        }
    }
}
