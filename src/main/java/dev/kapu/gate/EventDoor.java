package dev.kapu.gate;

import java.util.Set;

/** The way out for registry events: the same right, minimisation and record as for an answer to a question. */
public interface EventDoor {
    /** Partners for whom a route {@code from kapu:events/PARTNER} is running. */
    Set<String> partners();

    /**
     * Decides, minimises, records durably and then hands the event to the partner's route as XML. Offering the same
     * event again is harmless: the message carries the event's id.
     *
     * @return false if the partner has no right to this event, which is final and not recorded as a disclosure
     * @throws dev.kapu.fault.FaultException if it could not be recorded or the route failed: offer it again later
     */
    boolean offer(Event event, String partner);
}
