package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.person.PersonStore.Birth;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.HeldPersons;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Persons whose affiliations are about to change: locked until the transaction ends. */
@Component
class LockedPersons {
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final PresentIds ids;
    private final HeldPersons held;
    private final StartMisses misses;
    private final Today today;

    LockedPersons(
            PersonStore persons,
            AffiliationStore affiliations,
            PresentIds ids,
            HeldPersons held,
            StartMisses misses,
            Today today) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.ids = ids;
        this.held = held;
        this.misses = misses;
        this.today = today;
    }

    /** See {@link PresentIds#current}. */
    EducationId current(EducationId asked) {
        return ids.current(asked);
    }

    /** As {@link #current(EducationId)} for many, in the order asked. */
    List<EducationId> current(List<EducationId> asked) {
        return ids.current(asked);
    }

    /** All of them, in one order. */
    void lockAll(Stream<EducationId> asked) {
        persons.lockAll(ids.current(asked.toList()).stream().distinct().toList());
    }

    /** @param birthDate of the person */
    record Seen(HeldAffiliations affiliations, LocalDate birthDate) {}

    /** Those in reach as they stand within the caller's transaction, with two queries; nothing is locked. */
    Map<EducationId, Seen> seen(Set<EducationId> present, Reach reach) {
        var day = today.date();
        var within = persons.findWithin(present, reach, day);
        var held = affiliations.ofAll(within.keySet());
        return within.values().stream()
                .collect(Collectors.toMap(
                        Person::educationId,
                        person -> new Seen(
                                new HeldAffiliations(
                                        person.educationId(),
                                        null,
                                        held.getOrDefault(person.educationId(), List.of()),
                                        day),
                                person.birthDate())));
    }

    /** As {@link #requireBorn} for many, with one query: those that are so. */
    Set<Birth> born(Set<Birth> claimed) {
        return persons.born(claimed);
    }

    /** @throws FaultException {@code Client.Person.NotFound} */
    HeldAffiliations locked(EducationId asked, Reach reach) {
        return held.lockAffiliations(asked, reach).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
    }

    /**
     * For an end that the institution reports, for which the reach speaks.
     *
     * @throws FaultException {@code Client.Affiliation.AlreadyEnded} if the person has left its reach by an earlier end;
     *     {@code Client.Person.NotFound}
     */
    HeldAffiliations lockedToEnd(EducationId asked, InstitutionCode reporting, AffiliationType type, Reach reach) {
        return held.lockAffiliations(asked, reach)
                .orElseThrow(() -> EndRules.outOfReach(
                        reach.institution() != null && hasEnded(ids.current(asked), reporting, type)));
    }

    /**
     * For another last day of an end that was reported before, whether or not the person is in reach since.
     *
     * @throws FaultException {@code Client.Person.NotFound} if the person is out of reach, and none of the type has ended
     *     with the institution either
     */
    HeldAffiliations lockedToCorrect(EducationId asked, InstitutionCode reported, AffiliationType type, Reach reach) {
        boolean own = reach.institution() != null && hasEnded(ids.current(asked), reported, type);
        return locked(asked, own ? HeldAffiliations.EVERYONE : reach);
    }

    private boolean hasEnded(EducationId present, InstitutionCode institution, AffiliationType type) {
        return endedAt(institution, Set.of(present))
                .getOrDefault(present, Set.of())
                .contains(type);
    }

    /** See {@link AffiliationStore#endedAt}. */
    Map<EducationId, Set<AffiliationType>> endedAt(InstitutionCode institution, Set<EducationId> present) {
        return affiliations.endedAt(institution, present);
    }

    /**
     * As {@link #requireBorn} for an institution that reports a start: it has a few misses a day.
     *
     * @throws FaultException {@code Client.Person.NotFound}, {@code Client.Affiliation.TooManyMisses}
     */
    void requireReported(EducationId asked, LocalDate born, InstitutionCode reporting) {
        requireReported(asked, () -> persons.isBorn(ids.current(asked), born), reporting);
    }

    /** As {@link #requireReported(EducationId, LocalDate, InstitutionCode)}, with what was read before. */
    void requireReported(EducationId asked, BooleanSupplier isBorn, InstitutionCode reporting) {
        misses.require(reporting, asked, isBorn);
    }

    /**
     * Locks nothing and asks one question, so that an unknown person and one who was born on another day take equal time.
     *
     * @throws FaultException {@code Client.Person.NotFound} for both
     */
    void requireBorn(EducationId asked, LocalDate born) {
        if (!persons.isBorn(ids.current(asked), born)) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
    }

    static void requireSpeaking(Reach reach, InstitutionCode institution) {
        if (!ScopeCondition.speaksFor(reach, institution)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
    }
}
