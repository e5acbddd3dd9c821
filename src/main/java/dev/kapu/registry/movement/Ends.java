package dev.kapu.registry.movement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardStanding;
import dev.kapu.registry.card.CardStore;
import dev.kapu.registry.card.WaitingCards;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of an affiliation, however it came about: what it means for cards (K23), and the event that tells of it. */
@Component
public class Ends {
    private final CardStore cards;
    private final WaitingCards waiting;
    private final CardStanding standing;
    private final ApplicationEventPublisher events;
    private final Today today;

    Ends(CardStore cards, WaitingCards waiting, CardStanding standing, ApplicationEventPublisher events, Today today) {
        this.cards = cards;
        this.waiting = waiting;
        this.standing = standing;
        this.events = events;
        this.today = today;
    }

    /**
     * Within the caller's transaction. Card requests that wait are refused unless another affiliation with the institution
     * entitles to such a card.
     *
     * @param held as the person was before
     * @param after all affiliations as they will be
     */
    public void tell(HeldAffiliations held, Affiliation ended, LocalDate lastDay, Collection<Affiliation> after) {
        var institution = ended.institution();
        waiting.settle(held.id(), institution, after);
        events.publishEvent(new AffiliationEnded(
                UUID.randomUUID(),
                today.instant(),
                held.subject().and(List.of(institution.text())).in(standing.of(List.of(held.id()))),
                institution.text(),
                ended.site().text(),
                ended.type().word(),
                lastDay,
                cards.losingGround(held.id(), ended.type().card(), after)));
    }
}
