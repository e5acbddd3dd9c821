package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardWithdrawn;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Withdraws the cards of who is not entitled any more; the card office and who had a card issued hear of it. */
@Component
class OverdueCards {
    private static final int AT_A_TIME = 200;

    private final EntitlementStore store;
    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Today today;

    OverdueCards(
            EntitlementStore store,
            AffiliationStore affiliations,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Today today) {
        this.store = store;
        this.affiliations = affiliations;
        this.events = events;
        this.transaction = transaction;
        this.today = today;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void withdraw() {
        while (Boolean.TRUE.equals(transaction.execute(status -> withdrawSome() == AT_A_TIME))) {}
    }

    private int withdrawSome() {
        var day = today.date();
        var cards = store.overdue(day, AT_A_TIME);
        for (var card : cards) {
            store.withdraw(card.id(), day);
            var held = affiliations.of(card.holder(), HeldAffiliations.EVERYONE, day);
            events.publishEvent(new CardWithdrawn(
                    UUID.randomUUID(),
                    today.instant(),
                    new HeldAffiliations(card.holder(), null, held, day)
                            .subject()
                            .and(List.of(card.institution())),
                    card.institution(),
                    card.number(),
                    day));
        }
        return cards.size();
    }
}
