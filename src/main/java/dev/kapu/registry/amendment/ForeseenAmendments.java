package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What {@link Amendments} would refuse now; locks and changes nothing. */
@Component
public class ForeseenAmendments {
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final PresentIds ids;
    private final AffiliationChanges affiliationChanges;
    private final PossibleAmendments possible;
    private final Today today;

    ForeseenAmendments(
            PersonStore persons,
            AffiliationStore affiliations,
            PresentIds ids,
            AffiliationChanges affiliationChanges,
            PossibleAmendments possible,
            Today today) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.ids = ids;
        this.affiliationChanges = affiliationChanges;
        this.possible = possible;
        this.today = today;
    }

    /** An unknown person and one out of reach are alike (K12). */
    public Optional<Finding> of(Amendment amendment, Reach reach) {
        return persons.findWithin(ids.current(amendment.educationId()), reach, today.date())
                .map(person -> of(amendment, person, reach))
                .orElseGet(() -> Optional.of(new Finding("educationId", Fault.PERSON_NOT_FOUND)));
    }

    private Optional<Finding> of(Amendment amendment, Person person, Reach reach) {
        var changed = Amended.of(person, amendment);
        var held = affiliations.of(person.educationId(), HeldAffiliations.EVERYONE, today.date());
        var wrong = possible.find(amendment, person, changed, held);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (!changed.equals(person) && possible.likeness(person, changed).degree() == Degree.SAME) {
            return Optional.of(new Finding("educationId", Fault.WOULD_BE_DOUBLE));
        }
        if (amendment.qualification() != null && !PossibleAmendments.isStaff(held, reach.institution())) {
            return Optional.of(new Finding("qualification", Fault.AFFILIATION_NOT_FOUND));
        }
        return affiliationChanges.foresee(amendment, held, reach.institution());
    }
}
