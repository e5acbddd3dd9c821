package dev.kapu.registry.movement;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.registry.responsibility.Responsible;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Affiliation management: it never changes personal data (K11). A change locks the person's row first, names the
 * responsible institution anew (K5) and publishes its event within the transaction.
 */
@Component
public class Affiliations {
    private final AffiliationStore store;
    private final StartRules rules;
    private final Responsibilities responsibilities;
    private final LockedPersons persons;
    private final Starts starts;
    private final ReportedEnds ends;
    private final Today today;

    Affiliations(
            AffiliationStore store,
            StartRules rules,
            Responsibilities responsibilities,
            LockedPersons persons,
            Starts starts,
            ReportedEnds ends,
            Today today) {
        this.store = store;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.persons = persons;
        this.starts = starts;
        this.ends = ends;
        this.today = today;
    }

    /** @param reEntry null unless an unattached person has come back */
    public record Started(
            Affiliation affiliation,
            Responsible responsible,
            @Nullable ReEntry reEntry) {}

    public record HandedOver(Affiliation ended, Started started) {}

    /** All affiliations of a person in reach, also those that ended, oldest first; empty for anybody else. */
    public List<Affiliation> of(EducationId id, Reach reach) {
        return store.of(persons.current(id), reach, today.date());
    }

    /**
     * Adds an affiliation by ID and birth date (K11): an ID alone is easy to guess. Compulsory schooling and main
     * employment are taken over only from nobody (K14); any other type can be added, and K7 and K8 say who answers for the
     * person afterwards.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach or born on another day; {@code Client.Affiliation.HeldElsewhere},
     *     {@code …Overlaps}, {@code …DateInvalid}, {@code …WrongRole}; {@code Client.Institution.NotFound}, {@code …Closed},
     *     {@code …SiteNotFound}; {@code Client.Affiliation.TooManyMisses} if an institution has named unknown persons too often
     */
    @Transactional
    public Started start(EducationId id, LocalDate born, NewAffiliation begin, Reach reach) {
        LockedPersons.requireSpeaking(reach, begin.institution());
        if (reach.scope() != Scope.EVERYONE) {
            persons.requireReported(id, born, begin.institution());
        }
        return accepted(id, born, begin, reach);
    }

    /** As {@link #start}, of what the Office has accepted: its institution's misses were counted when it came in. */
    Started accepted(EducationId id, LocalDate born, NewAffiliation begin, Reach reach) {
        LockedPersons.requireSpeaking(reach, begin.institution());
        persons.requireBorn(id, born);
        var held = persons.locked(id, reach);
        return starts.begin(held, held, begin);
    }

    /**
     * Ends an affiliation (K11) and refuses card requests that wait for it (K23). An institution ends only its own
     * affiliations.
     *
     * @param endDate the last day, not before the start nor after today
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.NotFound} if
     *     none of the type is open, {@code …AlreadyEnded} if its end was reported before; {@code …DateInvalid}
     */
    @Transactional
    public Affiliation end(
            EducationId id, InstitutionCode institution, AffiliationType type, LocalDate endDate, Reach reach) {
        LockedPersons.requireSpeaking(reach, institution);
        var held = persons.lockedToEnd(id, institution, type, reach);
        var after = ends.end(held, institution, type, endDate, null);
        var responsible = responsibilities.settle(held, after.rest().all());
        return after.after().answering(institution.equals(responsible.institution()));
    }

    /**
     * Ends an affiliation and starts another elsewhere as one change (K11): for whom speaks for both institutions. Who
     * hands over knows the person, and no long time lies between, so nothing is to be checked (K15).
     *
     * @throws FaultException as {@link #end} and {@link #start}
     */
    @Transactional
    public HandedOver handOver(
            EducationId id,
            InstitutionCode from,
            AffiliationType type,
            LocalDate lastDay,
            NewAffiliation begin,
            Reach reach) {
        LockedPersons.requireSpeaking(reach, from);
        rules.requireHandOver(lastDay, begin.startDate());
        var held = persons.lockedToEnd(id, from, type, reach);
        var after = ends.end(held, from, type, lastDay, begin);
        var started = starts.begin(held, after.rest(), begin);
        var answers = from.equals(started.responsible().institution());
        return new HandedOver(
                after.after().answering(answers), new Started(started.affiliation(), started.responsible(), null));
    }
}
