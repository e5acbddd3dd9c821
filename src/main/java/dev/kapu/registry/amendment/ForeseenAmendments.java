package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    /** One of a list, with the person whom it is about. */
    private record Foreseen(Amendment amendment, Person person, Person changed) {}

    /** Whom each is about, by the ID that leads to the person now. */
    public List<EducationId> subjects(List<Amendment> amendments) {
        return ids.current(amendments.stream().map(Amendment::educationId).toList());
    }

    /**
     * For each, in their order, with few queries for all of them. An unknown person and one out of reach are alike (K12).
     */
    public List<Optional<Finding>> of(List<Amendment> amendments, InstitutionCode reporting) {
        var present = subjects(amendments);
        var persons = persons(amendments, present, reporting);
        var held = affiliations.ofAll(present);
        var foreseen = new ArrayList<@Nullable Foreseen>();
        for (int i = 0; i < amendments.size(); i++) {
            var reach = amendments.get(i).reach(reporting);
            var person = Objects.requireNonNull(persons.get(reach)).get(present.get(i));
            foreseen.add(
                    person == null
                            ? null
                            : new Foreseen(amendments.get(i), person, Amended.of(person, amendments.get(i))));
        }
        var doubles = doubles(foreseen);
        return foreseen.stream()
                .map(one -> one == null
                        ? Optional.of(new Finding("educationId", Fault.PERSON_NOT_FOUND))
                        : of(
                                one,
                                held.getOrDefault(one.person().educationId(), List.of()),
                                doubles.contains(one),
                                reporting.text()))
                .toList();
    }

    private Map<Reach, Map<EducationId, Person>> persons(
            List<Amendment> amendments, List<EducationId> present, InstitutionCode reporting) {
        var byReach = IntStream.range(0, amendments.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> amendments.get(i).reach(reporting), Collectors.mapping(present::get, Collectors.toSet())));
        return byReach.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        asked -> persons.findWithin(asked.getValue(), asked.getKey(), today.date())));
    }

    /** Those that would make somebody another's double (K2). */
    private Set<Foreseen> doubles(List<@Nullable Foreseen> foreseen) {
        var changing = foreseen.stream()
                .filter(Objects::nonNull)
                .filter(one -> !one.changed().equals(one.person()))
                .toList();
        var likeness = possible.likeness(
                changing.stream().map(Foreseen::person).toList(),
                changing.stream().map(Foreseen::changed).toList());
        return IntStream.range(0, changing.size())
                .filter(i -> likeness.get(i).degree() == Degree.SAME)
                .mapToObj(changing::get)
                .collect(Collectors.toSet());
    }

    private Optional<Finding> of(Foreseen one, List<Affiliation> held, boolean isDouble, String institution) {
        var wrong = possible.find(one.amendment(), one.person(), one.changed(), held);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (isDouble) {
            return Optional.of(new Finding("educationId", Fault.WOULD_BE_DOUBLE));
        }
        if (one.amendment().qualification() != null && !PossibleAmendments.isStaff(held, institution)) {
            return Optional.of(new Finding("qualification", Fault.AFFILIATION_NOT_FOUND));
        }
        return affiliationChanges.foresee(one.amendment(), held, institution);
    }
}
