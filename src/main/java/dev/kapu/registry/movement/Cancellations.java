package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.card.WaitingCards;
import dev.kapu.registry.history.History;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Reach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announced affiliations that will not begin: the pupil went elsewhere after all. */
@Component
public class Cancellations {
    private final AffiliationChangeStore store;
    private final LockedPersons persons;
    private final Responsibilities responsibilities;
    private final WaitingCards cards;
    private final History history;
    private final StartNews news;
    private final Today today;

    Cancellations(
            AffiliationChangeStore store,
            LockedPersons persons,
            Responsibilities responsibilities,
            WaitingCards cards,
            History history,
            StartNews news,
            Today today) {
        this.store = store;
        this.persons = persons;
        this.responsibilities = responsibilities;
        this.cards = cards;
        this.history = history;
        this.news = news;
        this.today = today;
    }

    /**
     * Takes back an affiliation that has not begun, as if it had never been announced; the history keeps it. One that has
     * begun is ended instead. The responsible institution is named anew (K5).
     *
     * @return the affiliation as it stood
     * @throws FaultException {@code Client.Affiliation.NotFound} if none of the type is announced, also for an unknown
     *     person
     */
    @Transactional
    public Affiliation cancel(EducationId asked, InstitutionCode institution, AffiliationType type, Reach reach) {
        LockedPersons.requireSpeaking(reach, institution);
        var day = today.date();
        if (!store.isAnnounced(persons.current(asked), institution, type, day)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
        var held = persons.locked(asked, reach);
        var announced = held.lasting(institution, type)
                .filter(affiliation -> affiliation.startDate().isAfter(held.day()))
                .orElseThrow(() -> new FaultException(Fault.AFFILIATION_NOT_FOUND));
        var rest = held.without(announced);
        store.cancel(announced, held.day());
        history.cancelled(announced);
        cards.settle(held.id(), institution, rest.all());
        responsibilities.settle(held, rest.all());
        news.tellNever(held, announced);
        return announced.answering(false);
    }
}
