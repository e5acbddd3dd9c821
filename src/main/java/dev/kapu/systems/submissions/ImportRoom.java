package dev.kapu.systems.submissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Imports over SOAP that are being worked on: a few at once, for they take memory, and one of each institution. */
@Component
class ImportRoom {
    private static final int AT_ONCE = 2;

    private final Set<String> inside = new HashSet<>();

    /** @throws FaultException {@code Server.Busy} */
    synchronized void enter(String institution) {
        if (inside.size() == AT_ONCE || !inside.add(institution)) {
            throw new FaultException(Fault.BUSY);
        }
    }

    /** Of who has entered only. */
    synchronized void leave(String institution) {
        inside.remove(institution);
    }
}
