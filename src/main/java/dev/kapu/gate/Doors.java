package dev.kapu.gate;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The routes that are running, by what they serve. */
@Component
final class Doors {
    private static final String EVENTS = "events/";

    private final Map<String, KapuConsumer> open = new ConcurrentHashMap<>();

    void open(String door, KapuConsumer consumer) {
        if (open.putIfAbsent(door, consumer) != null) {
            throw new IllegalStateException("kapu:" + door + " is served by two routes");
        }
    }

    void close(String door, KapuConsumer consumer) {
        open.remove(door, consumer);
    }

    /** @throws FaultException {@code Server.Registry.Unavailable} if the route was stopped */
    KapuConsumer operation(String id) {
        var consumer = open.get(id);
        if (consumer == null) {
            throw new FaultException(Fault.UNAVAILABLE);
        }
        return consumer;
    }

    KapuConsumer events(String partner) {
        return operation(EVENTS + partner);
    }

    Set<String> eventPartners() {
        return open.keySet().stream()
                .filter(door -> door.startsWith(EVENTS))
                .map(door -> door.substring(EVENTS.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
