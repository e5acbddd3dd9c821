package dev.kapu.gate;

import dev.kapu.scope.Subject;
import java.util.Set;

/** The way out for registry events: the same right, minimisation and record as for an answer to a question. */
public interface EventDoor {
    /**
     * Partners to whom a route {@code from kapu:events/PARTNER} leads, whether it is running or not; nobody before the
     * route files have been read.
     */
    Set<String> partners();

    /** Kinds of events for which the partner holds a grant, whatever its days; none for who is not of {@link #partners}. */
    Set<String> kinds(String partner);

    /**
     * For whom an event of this kind is to be kept: those of the partners who hold a grant for it, whatever its days, and
     * who represent the institution that the event is about if the grant is for who does. Who holds none at the moment of
     * the event is not asked for later, and no record says so: there is nothing to refuse.
     *
     * @throws dev.kapu.fault.FaultException {@code Server.Registry.Unavailable} before the route files have been read
     */
    Set<String> recipients(String kind, String institution);

    /**
     * Whether some grant of the partner for this kind may be about the subject: none is, if all are about scopes in which a
     * person stands and the event does not say so of this one. Nothing is kept then, and no record says so.
     */
    boolean mayConcern(String partner, String kind, Subject subject);

    /** Whether the partner gets this kind only for the institutions that it represents. */
    boolean isForInstitutions(String partner, String kind);

    /**
     * Decides, minimises, records durably and then hands the event to the partner's route as XML. Offering the same
     * event again is harmless: the message carries the event's id.
     *
     * @return false if the partner has no right to this event: no grant any more, none valid today, or a person out of
     *     its scope. That is final and recorded as a refusal
     * @throws dev.kapu.fault.FaultException any other reason, such as a quota used up or a record that cannot be
     *     written: offer it again later. {@code Server.Internal} where the hub fails at this very event
     */
    boolean offer(Event event, String partner);
}
