package dev.kapu.registry.registration;

import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.person.Person;

/** All that is held of a person who is locked until the transaction ends. */
public record HeldPerson(Person person, HeldAffiliations affiliations) {
    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "HeldPerson";
    }
}
