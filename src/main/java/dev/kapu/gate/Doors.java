package dev.kapu.gate;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the route files promise, and the routes that are running, by what they serve. */
@Component
final class Doors {
    private static final String EVENTS = "events/";

    private final Map<String, KapuConsumer> open = new ConcurrentHashMap<>();
    private volatile @Nullable RoutePlan plan;

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

    /** Whether a step of the operation changes the registry. */
    boolean writes(String operation) {
        return plan().orElseThrow().writing().contains(operation);
    }

    /** Whether the operation's answer leaves once, over HTTP, and is kept nowhere. */
    boolean isSecret(String operation) {
        return plan().orElseThrow().secret().contains(operation);
    }

    /** Parts of the operation's answer that are kept nowhere. */
    Set<String> leavingOnce(String operation) {
        return plan().orElseThrow().leavingOnce().getOrDefault(operation, Set.of());
    }

    KapuConsumer events(String partner) {
        return operation(EVENTS + partner);
    }

    void plan(RoutePlan checked) {
        plan = checked;
    }

    /** Empty until the route files have been read and checked. */
    Optional<RoutePlan> plan() {
        return Optional.ofNullable(plan);
    }
}
