package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.Plausibility;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an amendment fits what is held of the person, when it is foreseen and when it is carried out (K12). */
@Component
class PossibleAmendments {
    private final Plausibility plausibility;
    private final Doubles doubles;

    PossibleAmendments(Plausibility plausibility, Doubles doubles) {
        this.plausibility = plausibility;
        this.doubles = doubles;
    }

    /** Whom the person would be like: the same only if the amendment makes them so; who was held twice already is alike (K2). */
    Likeness likeness(Person old, Person changed) {
        return likeness(List.of(old), List.of(changed)).get(0);
    }

    /** As {@link #likeness(Person, Person)} for many, with few queries. */
    List<Likeness> likeness(List<Person> old, List<Person> changed) {
        var after = beside(old, changed);
        return IntStream.range(0, old.size())
                .mapToObj(i -> after.get(i).degree() == Degree.SAME
                                && beside(List.of(old.get(i)), List.of(old.get(i)))
                                        .get(0)
                                        .equals(after.get(i))
                        ? new Likeness(Degree.ALIKE, after.get(i).persons())
                        : after.get(i))
                .toList();
    }

    private List<Likeness> beside(List<Person> selves, List<Person> persons) {
        return doubles.findBeside(
                selves.stream().map(Person::educationId).toList(),
                persons.stream().map(NewPerson::of).toList());
    }

    /** @throws FaultException what {@link #find} finds */
    void require(Amendment amendment, Person old, Person changed, List<Affiliation> held) {
        Finding.requireNone(find(amendment, old, changed, held).stream());
    }

    /** What happened before somebody was born happened to somebody else; and nobody started too young. */
    Optional<Finding> find(Amendment amendment, Person old, Person changed, List<Affiliation> held) {
        if (amendment.changedOn().isBefore(changed.birthDate())) {
            return Optional.of(new Finding("changedOn", Fault.CHANGE_DATE_INVALID));
        }
        if (!changed.birthDate().equals(old.birthDate())
                && !held.stream()
                        .allMatch(one -> plausibility.isAge(one.type(), one.startDate(), changed.birthDate()))) {
            return Optional.of(new Finding("birthDate", Fault.BIRTH_DATE_INVALID));
        }
        return Optional.empty();
    }

    /** Only staff has a qualification. */
    static boolean isStaff(List<Affiliation> held, @Nullable String institution) {
        return held.stream()
                .anyMatch(one -> one.endDate() == null
                        && !one.type().isStudents()
                        && one.institution().text().equals(institution));
    }
}
