package dev.kapu.registry.movement;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.registry.responsibility.Responsible;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
    private final AffiliationChangeStore changes;
    private final StartRules rules;
    private final Responsibilities responsibilities;
    private final LockedPersons persons;
    private final Starts starts;
    private final Ends ends;
    private final History history;
    private final Today today;

    Affiliations(
            AffiliationStore store,
            AffiliationChangeStore changes,
            StartRules rules,
            Responsibilities responsibilities,
            LockedPersons persons,
            Starts starts,
            Ends ends,
            History history,
            Today today) {
        this.store = store;
        this.changes = changes;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.persons = persons;
        this.starts = starts;
        this.ends = ends;
        this.history = history;
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
        var after = ended(held, institution, type, endDate, null);
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
        var after = ended(held, from, type, lastDay, begin);
        var started = starts.begin(held, after.rest(), begin);
        var answers = from.equals(started.responsible().institution());
        return new HandedOver(
                after.after().answering(answers), new Started(started.affiliation(), started.responsible(), null));
    }

    /** @param next what begins in the same change; null for nothing */
    private EndRules.Ended ended(
            HeldAffiliations held,
            InstitutionCode institution,
            AffiliationType type,
            LocalDate lastDay,
            @Nullable NewAffiliation next) {
        var done = EndRules.end(held, institution, type, lastDay);
        var ended = done.after();
        changes.end(ended, today.instant());
        history.changed(HistoryEntry.Kind.AFFILIATION_ENDED, done.before(), ended);
        var rest = Stream.concat(
                        done.rest().all().stream(),
                        Stream.ofNullable(next).map(begin -> Affiliation.of(held.id(), begin)))
                .toList();
        ends.tell(held, ended, lastDay, rest);
        return done;
    }
}
