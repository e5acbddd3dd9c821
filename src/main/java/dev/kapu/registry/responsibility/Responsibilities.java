package dev.kapu.registry.responsibility;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.history.History;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.scope.Reach;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The responsible institution as it is stored, named anew whenever something changes that decides about it (K5). */
@Component
public class Responsibilities {
    private final AffiliationStore affiliations;
    private final PersonStore persons;
    private final PlaceStore places;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Today today;

    Responsibilities(
            AffiliationStore affiliations,
            PersonStore persons,
            PlaceStore places,
            History history,
            ApplicationEventPublisher events,
            Today today) {
        this.affiliations = affiliations;
        this.persons = persons;
        this.places = places;
        this.history = history;
        this.events = events;
        this.today = today;
    }

    /** Who answers for a person in reach and why; empty for anybody else. */
    public Optional<Responsible> of(EducationId id, Reach reach) {
        return persons.find(id, reach, today.date())
                .map(person -> decide(id, affiliations.of(id, reach, today.date())));
    }

    /**
     * To be called within the transaction that changed where the person resides or a site is; the person is locked.
     * Publishes {@link ResponsibleInstitutionChanged} if another institution answers now.
     */
    @Transactional
    public void settle(EducationId id) {
        var day = today.date();
        persons.lock(id, HeldAffiliations.EVERYONE, day)
                .map(person -> new HeldAffiliations(
                        id, person.responsible(), affiliations.of(id, HeldAffiliations.EVERYONE, day), day))
                .ifPresent(held -> settle(held, held.all()));
    }

    /** @param after the person's affiliations as they now are */
    public Responsible settle(HeldAffiliations before, Collection<Affiliation> after) {
        var responsible = decide(before.id(), after);
        var institution = responsible.institution();
        var code = institution == null ? null : institution.text();
        var old = before.responsible();
        if (code == null ? old != null : !code.equals(old)) {
            persons.setResponsible(before.id(), institution);
            history.responsible(before.id(), old, code);
            var answering = old == null ? code : old;
            var subject = before.with(after)
                    .subject(answering)
                    .and(before.subject().affiliatedWith())
                    .and(Stream.of(old, code).filter(Objects::nonNull).toList());
            events.publishEvent(new ResponsibleInstitutionChanged(
                    UUID.randomUUID(), today.instant(), subject, String.valueOf(answering), code));
        }
        return responsible;
    }

    private Responsible decide(EducationId id, Collection<Affiliation> held) {
        var lasting = held.stream()
                .filter(affiliation -> affiliation.endDate() == null)
                .toList();
        return Responsibility.of(
                lasting,
                affiliation -> places.residence(id)
                        .flatMap(home -> places.site(affiliation.institution(), affiliation.site())
                                .map(home::kilometresTo)));
    }

    /** The middle of the settlement, or of its part with the postcode; empty if the list of places has neither. */
    public Optional<Coordinates> place(Address address) {
        return places.of(address);
    }
}
