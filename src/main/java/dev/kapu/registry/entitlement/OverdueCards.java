package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Withdraws the cards of who is not entitled any more; the card office and who had a card issued hear of it. */
@Component
class OverdueCards {
    private final DueCards due;
    private final EntitlementStore store;
    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final Today today;

    OverdueCards(
            DueCards due,
            EntitlementStore store,
            AffiliationStore affiliations,
            ApplicationEventPublisher events,
            Today today) {
        this.due = due;
        this.store = store;
        this.affiliations = affiliations;
        this.events = events;
        this.today = today;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void withdraw() {
        due.each(store::overdue, this::withdraw);
    }

    private void withdraw(Issued card, LocalDate day) {
        store.withdraw(card.id(), day);
        var held = affiliations.of(card.holder(), HeldAffiliations.EVERYONE, day);
        events.publishEvent(new CardWithdrawn(
                UUID.randomUUID(),
                today.instant(),
                new HeldAffiliations(card.holder(), null, held, day).subject().and(List.of(card.institution())),
                card.institution(),
                card.number(),
                day));
    }
}
