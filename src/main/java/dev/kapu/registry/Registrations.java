package dev.kapu.registry;

import java.util.List;
import org.springframework.stereotype.Component;

/** Takes persons into the registry: each exactly once (K2), with an ID for life (K1). */
@Component
public class Registrations {
    /** What is wrong with the data by themselves: check digits, dates, site, type and K7, K8; reads the master only. */
    public List<Finding> check(NewPerson person, NewAffiliation affiliation) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * Whether the person would be accepted now; changes nothing and keeps no lock.
     *
     * @return {@code Registered} is never returned: empty if nobody alike is held
     */
    public java.util.Optional<RegistrationOutcome> foresee(NewPerson person) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * Registers within the caller's transaction, or opens a review. Two that register the same person at the same moment
     * meet: the second finds the first.
     */
    public RegistrationOutcome register(NewPerson person, NewAffiliation affiliation) {
        throw new UnsupportedOperationException("to be written");
    }

    /** As {@link #register} for many at once, each outcome in the place of its entry; the same person twice in the list is found. */
    public List<RegistrationOutcome> registerAll(List<Entry> entries) {
        throw new UnsupportedOperationException("to be written");
    }

    public record Entry(NewPerson person, NewAffiliation affiliation) {}
}
