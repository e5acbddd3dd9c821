package dev.kapu.registry;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Affiliation management: it never changes personal data (K11). */
@Component
public class Affiliations {
    private final AffiliationStore store;
    private final PersonStore persons;
    private final CardStore cards;
    private final ApplicationEventPublisher events;
    private final Today today;

    Affiliations(
            AffiliationStore store,
            PersonStore persons,
            CardStore cards,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.persons = persons;
        this.cards = cards;
        this.events = events;
        this.today = today;
    }

    /** All affiliations of a person in reach, also those that ended, oldest first; empty for anybody else. */
    public List<Affiliation> of(EducationId id, Reach reach) {
        return store.of(id, reach, today.date());
    }

    /**
     * Ends an affiliation (K11), refuses card requests that wait for it (K23), names the responsible institution anew
     * (K5) and publishes {@link AffiliationEnded} within the transaction. An institution ends only its own affiliations.
     *
     * @param endDate the last day, not before the start nor after today
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.NotFound} if
     *     none of the type is open; {@code Client.Affiliation.DateInvalid}
     */
    @Transactional
    public Affiliation end(
            EducationId id, InstitutionCode institution, AffiliationType type, LocalDate endDate, Reach reach) {
        var day = today.date();
        var person = persons.lock(id, reach, day).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var before = store.of(id, reach, day);
        var open = before.stream()
                .filter(held -> held.endDate() == null
                        && held.institution().equals(institution)
                        && held.type() == type
                        && ScopeCondition.speaksFor(reach, institution))
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.AFFILIATION_NOT_FOUND));
        if (endDate.isBefore(open.startDate()) || endDate.isAfter(day)) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate");
        }

        var rest = before.stream()
                .filter(held -> held.endDate() == null && !held.equals(open))
                .toList();
        var responsible = Responsibility.of(rest).orElse(null);
        var ended = open.endingOn(endDate, institution.equals(responsible));
        var now = today.instant();
        store.end(ended, now);
        persons.setResponsible(id, responsible);
        if (rest.stream().noneMatch(held -> held.institution().equals(institution))) {
            cards.refuseWaiting(id, institution);
        }
        events.publishEvent(new AffiliationEnded(
                UUID.randomUUID(),
                now,
                subject(id, before, person.responsible(), day),
                institution.text(),
                ended.site().text(),
                type.word(),
                endDate,
                cards.issuedNumbers(id, institution)));
        return ended;
    }

    private static Subject subject(
            EducationId id, Collection<Affiliation> affiliations, @Nullable String responsible, LocalDate day) {
        return new Subject(
                id.text(),
                affiliations.stream()
                        .filter(affiliation -> affiliation.isOpenOn(day))
                        .map(affiliation -> affiliation.institution().text())
                        .collect(Collectors.toUnmodifiableSet()),
                responsible);
    }
}
