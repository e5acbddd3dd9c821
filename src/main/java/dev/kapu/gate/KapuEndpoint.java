package dev.kapu.gate;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** One {@code kapu:} address of a route file. */
final class KapuEndpoint extends DefaultEndpoint {
    private final String door;
    private final @Nullable String partner;
    private final Doors doors;
    private final QueueDoor queueDoor;

    KapuEndpoint(
            String uri,
            KapuComponent component,
            String door,
            @Nullable String partner,
            Doors doors,
            QueueDoor queueDoor) {
        super(uri, component);
        this.door = door;
        this.partner = partner;
        this.doors = doors;
        this.queueDoor = queueDoor;
    }

    /** {@code Service/operation} or {@code events/PARTNER}. */
    String door() {
        return door;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = new KapuConsumer(this, processor, doors);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        if (partner == null) {
            throw new IllegalArgumentException("to kapu:" + door + " needs ?partner=, the owner of the queue");
        }
        return new DefaultProducer(this) {
            @Override
            public void process(org.apache.camel.Exchange exchange) {
                queueDoor.enter(door, partner, exchange.getMessage());
            }
        };
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
