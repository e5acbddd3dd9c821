package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.Mergers;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Persons whose affiliations are about to change: locked until the transaction ends. */
@Component
class LockedPersons {
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final Mergers mergers;
    private final Today today;

    LockedPersons(PersonStore persons, AffiliationStore affiliations, Mergers mergers, Today today) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.mergers = mergers;
        this.today = today;
    }

    /** See {@link Mergers#current}. */
    EducationId current(EducationId asked) {
        return mergers.current(asked);
    }

    /** @throws FaultException {@code Client.Person.NotFound} */
    HeldAffiliations locked(EducationId asked, Reach reach) {
        var day = today.date();
        var id = mergers.current(asked);
        var person = persons.lock(id, reach, day).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        return new HeldAffiliations(id, person.responsible(), affiliations.of(id, HeldAffiliations.EVERYONE, day), day);
    }

    /**
     * Locks nothing and asks one question, so that an unknown person and one who was born on another day take equal time.
     *
     * @throws FaultException {@code Client.Person.NotFound} for both
     */
    void requireBorn(EducationId asked, LocalDate born) {
        if (!persons.isBorn(mergers.current(asked), born)) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
    }

    static void requireSpeaking(Reach reach, InstitutionCode institution) {
        if (!ScopeCondition.speaksFor(reach, institution)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
    }
}
