package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;

/** Who gets events. A partner whose route stops, as all do when the hub stops, still does: its events wait. */
final class EventPartners {
    private final ObjectProvider<EventDoor> door;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    EventPartners(ObjectProvider<EventDoor> door) {
        this.door = door;
    }

    Set<String> all() {
        door.ifAvailable(open -> seen.addAll(open.partners()));
        return Set.copyOf(seen);
    }

    EventDoor door() {
        return door.getObject();
    }
}
