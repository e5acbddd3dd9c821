package dev.kapu.systems.submissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Imports over SOAP that are being worked on: a few at once, for they take memory and a connection to the database, and
 * one of each institution. Small files do not wait for large ones.
 */
@Component
class ImportRoom {
    private enum Lane {
        SMALL(6),
        LARGE(2);

        private final int places;

        Lane(int places) {
            this.places = places;
        }
    }

    private static final long SMALL_BYTES = 1L << 20;

    private final Map<String, Lane> inside = new HashMap<>();

    /**
     * @param bytes of the file
     * @throws FaultException {@code Server.Busy}
     */
    synchronized void enter(String institution, long bytes) {
        var lane = bytes > SMALL_BYTES ? Lane.LARGE : Lane.SMALL;
        var taken = inside.values().stream().filter(lane::equals).count();
        if (taken >= lane.places || inside.putIfAbsent(institution, lane) != null) {
            throw new FaultException(Fault.BUSY);
        }
    }

    /** Of who has entered only. */
    synchronized void leave(String institution) {
        inside.remove(institution);
    }
}
