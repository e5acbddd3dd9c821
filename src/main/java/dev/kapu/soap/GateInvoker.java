package dev.kapu.soap;

import dev.kapu.gate.Reply;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.service.invoker.Invoker;
import org.jspecify.annotations.Nullable;

/** The one invoker behind every port: hands the message to the gate and leaves the reply for {@link SendReply}. */
final class GateInvoker implements Invoker {
    private final SoapDoor door;
    private final Service service;

    GateInvoker(SoapDoor door, Service service) {
        this.door = door;
        this.service = service;
    }

    @Override
    public @Nullable Object invoke(Exchange exchange, @Nullable Object nothing) {
        exchange.put(Reply.class, door.handle(new Incoming(exchange.getInMessage()), service));
        return null;
    }
}
