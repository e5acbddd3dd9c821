package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Withdraws the cards of who is not entitled any more; the card office and who had a card issued hear of it. */
@Component
class OverdueCards {
    private static final int AT_A_TIME = 200;

    private final EntitlementStore store;
    private final WithdrawnCards withdrawn;
    private final TransactionTemplate transaction;
    private final Today today;

    OverdueCards(EntitlementStore store, WithdrawnCards withdrawn, TransactionTemplate transaction, Today today) {
        this.store = store;
        this.withdrawn = withdrawn;
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
            withdrawn.tell(card.holder(), card.institution(), card.number(), day);
        }
        return cards.size();
    }
}
