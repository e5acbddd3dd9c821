package dev.kapu.registry.entitlement;

import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardNews;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest.Withdrawal;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Withdraws the cards of who is not entitled any more; the card office hears of it, and the institutions that the card concerns. */
@Component
class OverdueCards {
    private final DueCards due;
    private final EntitlementStore store;
    private final Cards held;
    private final CardNews news;

    OverdueCards(DueCards due, EntitlementStore store, Cards held, CardNews news) {
        this.due = due;
        this.store = store;
        this.held = held;
        this.news = news;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void withdraw() {
        due.each(store::overdue, this::withdraw);
    }

    private void withdraw(Issued overdue, LocalDate day) {
        held.find(new CardNumber(overdue.number()), HeldAffiliations.EVERYONE).ifPresent(card -> {
            store.withdraw(card.id(), day);
            news.withdrawn(card, new Withdrawal(day, WithdrawalReason.ENTITLEMENT_ENDED));
        });
    }
}
