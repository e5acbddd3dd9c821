package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.Mergers;
import dev.kapu.scope.Reach;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What {@link Amendments} would refuse now; locks and changes nothing. */
@Component
public class ForeseenAmendments {
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final Mergers mergers;
    private final Doubles doubles;
    private final Today today;

    ForeseenAmendments(
            PersonStore persons, AffiliationStore affiliations, Mergers mergers, Doubles doubles, Today today) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.mergers = mergers;
        this.doubles = doubles;
        this.today = today;
    }

    /** An unknown person and one out of reach are alike (K12). */
    public Optional<Finding> of(Amendment amendment, Reach reach) {
        return persons.find(mergers.current(amendment.educationId()), reach, today.date())
                .map(person -> of(amendment, person, reach))
                .orElseGet(() -> Optional.of(new Finding("educationId", Fault.PERSON_NOT_FOUND)));
    }

    private Optional<Finding> of(Amendment amendment, Person person, Reach reach) {
        if (wouldBeDouble(person, Amended.of(person, amendment))) {
            return Optional.of(new Finding("educationId", Fault.WOULD_BE_DOUBLE));
        }
        if (amendment.post() != null || amendment.qualification() != null) {
            return isStaff(person, reach)
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            amendment.post() == null ? "qualification" : "post", Fault.AFFILIATION_NOT_FOUND));
        }
        return Optional.empty();
    }

    private boolean wouldBeDouble(Person old, Person changed) {
        return !changed.equals(old)
                && doubles.find(List.of(NewPerson.of(changed)))
                                .get(0)
                                .without(changed.educationId()::equals)
                                .degree()
                        == Likeness.Degree.SAME;
    }

    private boolean isStaff(Person person, Reach reach) {
        return affiliations.of(person.educationId(), reach, today.date()).stream()
                .anyMatch(held -> held.endDate() == null
                        && !held.type().isStudents()
                        && held.institution().text().equals(reach.institution()));
    }
}
