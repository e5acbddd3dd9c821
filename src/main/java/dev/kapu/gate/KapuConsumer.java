package dev.kapu.gate;

import dev.kapu.access.Decision.Permit;
import dev.kapu.scope.Reach;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** The inside of a door: runs the route's steps for a request that the gate has permitted. */
final class KapuConsumer extends DefaultConsumer {
    private final KapuEndpoint endpoint;
    private final Doors doors;

    KapuConsumer(KapuEndpoint endpoint, Processor processor, Doors doors) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.doors = doors;
    }

    /** @throws Exception what the steps threw; a {@link dev.kapu.fault.FaultException} is meant for the partner */
    @Nullable
    Object run(Object body, Permit permit, String partner) throws Exception {
        var asker = Objects.requireNonNullElse(permit.represented(), partner);
        return run(body, Map.of(), Map.of(Reach.PROPERTY, permit.reach(), Reach.PARTNER, partner, Reach.ASKER, asker));
    }

    @Nullable
    Object run(Object body, Map<String, Object> headers, Map<String, Object> properties) throws Exception {
        var exchange = createExchange(false);
        try {
            properties.forEach(exchange::setProperty);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
            exchange.getMessage().setBody(body);
            createUoW(exchange);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return exchange.getMessage().getBody();
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        doors.open(endpoint.door(), this);
    }

    @Override
    protected void doStop() throws Exception {
        doors.close(endpoint.door(), this);
        super.doStop();
    }
}
