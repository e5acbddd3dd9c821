package dev.kapu.soap;

import dev.kapu.fault.FaultException;
import dev.kapu.gate.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.MessageObserver;

/**
 * Takes the messages of one service from CXF's transports, HTTP and JMS alike, and sends back what the gate has let go.
 * No interceptor of CXF's stands between: none reads a body, and what was recorded is what leaves, byte for byte.
 */
final class DoorObserver implements MessageObserver {
    private static final String XML = "text/xml;charset=UTF-8";

    private final SoapDoor door;
    private final Service service;
    private final MessageObserver contracts;

    /** @param contracts answers questions for the contract */
    DoorObserver(SoapDoor door, Service service, MessageObserver contracts) {
        this.door = door;
        this.service = service;
        this.contracts = contracts;
    }

    @Override
    public void onMessage(Message in) {
        // Of other methods than POST only a question for the contract gets here: see HttpThreshold.
        if ("GET".equals(in.get(Message.HTTP_REQUEST_METHOD))) {
            contracts.onMessage(in);
            return;
        }
        var exchange = exchange(in);
        var reply = door.handle(new Incoming(in), service);
        // Else CXF copies whatever was not read of the request to a file before it answers, without any limit.
        in.removeContent(DelegatingInputStream.class);
        in.removeContent(InputStream.class);
        if (!exchange.isOneWay()) {
            send(reply, in, exchange);
        }
    }

    private static Exchange exchange(Message in) {
        var exchange = in.getExchange() == null ? new ExchangeImpl() : in.getExchange();
        exchange.setInMessage(in);
        in.setExchange(exchange);
        return exchange;
    }

    private static void send(Reply reply, Message in, Exchange exchange) {
        var out = new MessageImpl();
        out.setExchange(exchange);
        exchange.setOutMessage(out);
        out.put(Message.CONTENT_TYPE, XML);
        out.put(Message.RESPONSE_CODE, reply.fault() == null ? 200 : 500);
        if (reply.fault() != null) {
            // By this the JMS transport writes SOAPJMS_isFault (SOAP over JMS 1.0, 2.2.3).
            out.setContent(Exception.class, new FaultException(reply.fault()));
        }
        try {
            var back = in.getDestination().getBackChannel(in);
            back.prepare(out);
            write(reply.bytes(), out);
            back.close(out);
        } catch (IOException gone) {
            throw new Fault(gone);
        }
    }

    /** CXF answers a JMS text message with characters, everything else with bytes. */
    private static void write(byte[] reply, Message out) throws IOException {
        var stream = out.getContent(OutputStream.class);
        if (stream == null) {
            out.getContent(Writer.class).write(new String(reply, StandardCharsets.UTF_8));
        } else {
            stream.write(reply);
        }
    }
}
