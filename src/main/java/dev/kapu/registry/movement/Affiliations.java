package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.card.CardStore;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.registry.responsibility.Responsible;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final PresentIds ids;
    private final CardStore cards;
    private final History history;
    private final ApplicationEventPublisher events;
    private final RegistryProperties properties;
    private final Today today;

    Affiliations(
            AffiliationStore store,
            StartRules rules,
            Responsibilities responsibilities,
            PresentIds ids,
            CardStore cards,
            History history,
            ApplicationEventPublisher events,
            RegistryProperties properties,
            Today today) {
        this.store = store;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.ids = ids;
        this.cards = cards;
        this.history = history;
        this.events = events;
        this.properties = properties;
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
        return store.of(ids.current(id), reach, today.date());
    }

    /**
     * Adds an affiliation by ID (K11). Compulsory schooling and main employment are taken over only from nobody (K14);
     * any other type needs only the ID, and K7 and K8 say who answers for the person afterwards.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.HeldElsewhere},
     *     {@code …Overlaps}, {@code …DateInvalid}, {@code …WrongRole}; {@code Client.Institution.NotFound}, {@code …Closed},
     *     {@code …SiteNotFound}
     */
    @Transactional
    public Started start(EducationId id, NewAffiliation begin, Reach reach) {
        requireSpeaking(reach, begin.institution());
        var held = locked(id, reach);
        return started(held, held, begin);
    }

    /**
     * Ends an affiliation (K11) and refuses card requests that wait for it (K23). An institution ends only its own
     * affiliations.
     *
     * @param endDate the last day, not before the start nor after today
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.NotFound} if
     *     none of the type is open; {@code Client.Affiliation.DateInvalid}
     */
    @Transactional
    public Affiliation end(
            EducationId id, InstitutionCode institution, AffiliationType type, LocalDate endDate, Reach reach) {
        requireSpeaking(reach, institution);
        var held = locked(id, reach);
        var after = ended(held, institution, type, endDate);
        var responsible = responsibilities.settle(held, after.rest().all());
        return after.affiliation().answering(institution.equals(responsible.institution()));
    }

    /**
     * Ends an affiliation and starts another elsewhere as one change (K11): for whom speaks for both institutions. The
     * person is never unattached meanwhile, so nothing is to be checked (K15).
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
        requireSpeaking(reach, from);
        var held = locked(id, reach);
        var after = ended(held, from, type, lastDay);
        if (begin.startDate().isBefore(lastDay)) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "startDate");
        }
        var started = started(held, after.rest(), begin);
        var answers = from.equals(started.responsible().institution());
        return new HandedOver(
                after.affiliation().answering(answers),
                new Started(started.affiliation(), started.responsible(), null));
    }

    private HeldAffiliations locked(EducationId asked, Reach reach) {
        var day = today.date();
        var person = ids.lock(asked, reach, day).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        return new HeldAffiliations(
                person.id(), person.responsible(), store.of(person.id(), HeldAffiliations.EVERYONE, day), day);
    }

    private static void requireSpeaking(Reach reach, InstitutionCode institution) {
        if (!ScopeCondition.speaksFor(reach, institution)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
    }

    private record Ended(Affiliation affiliation, HeldAffiliations rest) {}

    private Ended ended(HeldAffiliations held, InstitutionCode institution, AffiliationType type, LocalDate lastDay) {
        var open = held.lasting(institution, type).orElseThrow(() -> new FaultException(Fault.AFFILIATION_NOT_FOUND));
        if (lastDay.isBefore(open.startDate()) || lastDay.isAfter(held.day())) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate");
        }
        var ended = open.endingOn(lastDay, open.responsible());
        var rest = held.with(held.all().stream()
                .map(other -> other.equals(open) ? ended : other)
                .toList());
        var now = today.instant();
        store.end(ended, now);
        history.changed(HistoryEntry.Kind.AFFILIATION_ENDED, open, ended);
        if (rest.lasting().stream().noneMatch(other -> other.institution().equals(institution))) {
            cards.refuseWaiting(held.id(), institution);
        }
        events.publishEvent(new AffiliationEnded(
                UUID.randomUUID(),
                now,
                held.subject(),
                institution.text(),
                ended.site().text(),
                type.word(),
                lastDay,
                cards.issuedNumbers(held.id(), institution)));
        return new Ended(ended, rest);
    }

    /** @param before as the person was when locked; {@code held} may be further on */
    private Started started(HeldAffiliations before, HeldAffiliations held, NewAffiliation begin) {
        var person = store.personsDates(held.id());
        rules.require(begin, held, person.birthDate());
        var started = Affiliation.of(held.id(), begin);
        var now = today.instant();
        store.insert(started, now);
        history.started(started);
        var after =
                held.with(Stream.concat(held.all().stream(), Stream.of(started)).toList());
        var responsible = responsibilities.settle(before, after.all());
        var answering = responsible.institution();
        events.publishEvent(new AffiliationStarted(
                UUID.randomUUID(),
                now,
                after.subject(answering == null ? null : answering.text())
                        .and(Stream.of(begin.institution(), answering)
                                .filter(Objects::nonNull)
                                .map(InstitutionCode::text)
                                .toList()),
                begin.institution().text(),
                begin.site().text(),
                begin.type().word(),
                begin.startDate()));
        var reEntry = held.left()
                .map(left -> ReEntry.of(left, person.lastUpdate(), held.day(), properties))
                .orElse(null);
        return new Started(started.answering(begin.institution().equals(answering)), responsible, reEntry);
    }
}
