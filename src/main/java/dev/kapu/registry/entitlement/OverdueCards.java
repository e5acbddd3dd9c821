package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Withdraws the cards of who is not entitled any more; the card office and who had a card issued hear of it. */
@Component
class OverdueCards {
    private final DueCards due;
    private final EntitlementStore store;
    private final Today today;

    OverdueCards(DueCards due, EntitlementStore store, Today today) {
        this.due = due;
        this.store = store;
        this.today = today;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void withdraw() {
        due.each(store::overdue, this::withdraw);
    }

    private CardWithdrawn withdraw(Issued card, HeldAffiliations holder) {
        store.withdraw(card.id(), holder.day());
        return new CardWithdrawn(
                UUID.randomUUID(),
                today.instant(),
                holder.subject().and(List.of(card.institution())),
                card.institution(),
                card.number(),
                holder.day());
    }
}
