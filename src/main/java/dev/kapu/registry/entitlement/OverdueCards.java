package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardNews;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest.Withdrawal;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.WithdrawalReason;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Withdraws the cards of who is not entitled any more; the card office and who had a card issued hear of it. */
@Component
class OverdueCards {
    private static final int AT_A_TIME = 200;

    private final EntitlementStore store;
    private final Cards held;
    private final CardNews news;
    private final TransactionTemplate transaction;
    private final Today today;

    OverdueCards(EntitlementStore store, Cards held, CardNews news, TransactionTemplate transaction, Today today) {
        this.store = store;
        this.held = held;
        this.news = news;
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
        for (var overdue : cards) {
            held.find(new CardNumber(overdue.number()), HeldAffiliations.EVERYONE)
                    .ifPresent(card -> {
                        store.withdraw(card.id(), day);
                        news.withdrawn(card, new Withdrawal(day, WithdrawalReason.ENTITLEMENT_ENDED));
                    });
        }
        return cards.size();
    }
}
