package dev.kapu.gate;

import org.springframework.stereotype.Component;

/** Whose plain messages a route takes into the gate. */
@Component
public final class QueueEntries {
    private final Doors doors;

    QueueEntries(Doors doors) {
        this.doors = doors;
    }

    /** While the routes are not known yet, of everybody: those who may send must not be turned away at each start. */
    public boolean isRead(String partner) {
        return doors.plan().map(plan -> plan.entered().containsKey(partner)).orElse(true);
    }
}
