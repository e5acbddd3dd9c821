package dev.kapu.gate;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * The door as a Camel component, so that a route file shows the way in.
 *
 * <ul>
 *   <li>{@code from kapu:Service/operation}: serves the operation, permitted, minimised, recorded;
 *   <li>{@code from kapu:events/PARTNER}: the events that the partner's grants cover;
 *   <li>{@code to kapu:Service/operation?partner=PARTNER}: a queue message enters as the partner that owns the queue.
 * </ul>
 */
@Component
final class KapuComponent extends DefaultComponent {
    private final Doors doors;
    private final QueueDoor queueDoor;

    KapuComponent(Doors doors, QueueDoor queueDoor) {
        this.doors = doors;
        this.queueDoor = queueDoor;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        var partner = getAndRemoveParameter(parameters, "partner", String.class);
        return new KapuEndpoint(uri, this, remaining, partner, doors, queueDoor);
    }
}
