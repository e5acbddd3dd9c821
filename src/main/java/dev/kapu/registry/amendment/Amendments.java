package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.registration.HeldPersons;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Reach;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of stored data: only by the responsible institution, by ID, only the changed fields (K12). */
@Component
public class Amendments {
    private final AmendmentChecks checks;
    private final HeldPersons persons;
    private final PersonChanges personChanges;
    private final AffiliationChanges affiliationChanges;
    private final History history;
    private final AmendmentNews news;
    private final Responsibilities responsibilities;

    Amendments(
            AmendmentChecks checks,
            HeldPersons persons,
            PersonChanges personChanges,
            AffiliationChanges affiliationChanges,
            History history,
            AmendmentNews news,
            Responsibilities responsibilities) {
        this.checks = checks;
        this.persons = persons;
        this.personChanges = personChanges;
        this.affiliationChanges = affiliationChanges;
        this.history = history;
        this.news = news;
        this.responsibilities = responsibilities;
    }

    /**
     * Applies within the caller's transaction, writes history and publishes {@link PersonAmended}. A person who has become
     * like another goes to the Office's review; one who would be exactly another is refused (K2). Of affiliations those
     * with the institution of the reach change, or for the Office with the responsible one; who answers is settled anew.
     * What is reported as it is held already has been checked and is right: the history says so (K15).
     *
     * @param reach one that is for an institution changes only persons whom this institution answers for, and beyond them
     *     its own affiliations
     * @return the names of the fields that have really changed
     * @throws FaultException the first finding, if {@link AmendmentChecks#check} finds any; {@code Client.Person.NotFound}, also if out of
     *     reach; {@code Client.Person.NotResponsible}; {@code Client.Person.WouldBeDouble};
     *     {@code Client.Affiliation.NotFound} for a post or a qualification of who is no staff, or if there is no such
     *     affiliation; {@code Client.Person.BirthDateInvalid} if somebody would have started too young
     */
    @Transactional
    public Set<String> amend(Amendment amendment, Reach reach) {
        Finding.requireNone(checks.check(amendment).stream());
        var person = persons.lock(amendment.educationId(), reach)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var held = person.affiliations();
        requireResponsible(amendment, held, reach);
        var changes = personChanges.apply(amendment, person);
        var ofAffiliation = affiliationChanges.apply(
                amendment, held.all(), reach.institution() == null ? held.responsible() : reach.institution());
        changes.add(ofAffiliation);
        var fields = changes.fields();
        if (!fields.isEmpty()) {
            history.add(changes.entry(held.id(), amendment));
            news.tell(amendment, held, fields, ofAffiliation);
        } else if (!amendment.isOfAffiliationOnly()) {
            history.add(new History.Change(held.id(), Kind.REFRESHED, Map.of(), Map.of()));
        }
        if (changes.decide()) {
            responsibilities.settle(held.id());
        }
        return fields;
    }

    private static void requireResponsible(Amendment amendment, HeldAffiliations held, Reach reach) {
        if (reach.institution() != null
                && !amendment.isOfAffiliationOnly()
                && !reach.institution().equals(held.responsible())) {
            throw new FaultException(Fault.NOT_RESPONSIBLE);
        }
    }
}
