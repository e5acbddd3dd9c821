package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through all cards for which something is due, some in each transaction. */
@Component
class DueCards {
    private static final int AT_A_TIME = 200;

    private final TransactionTemplate transaction;
    private final Today today;

    DueCards(TransactionTemplate transaction, Today today) {
        this.transaction = transaction;
        this.today = today;
    }

    interface Due {
        List<Issued> some(LocalDate day, int most);
    }

    /** @param step does what is due on the day, so that the card is not due again */
    void each(Due due, BiConsumer<Issued, LocalDate> step) {
        while (Boolean.TRUE.equals(transaction.execute(status -> some(due, step) == AT_A_TIME))) {}
    }

    private int some(Due due, BiConsumer<Issued, LocalDate> step) {
        var day = today.date();
        var cards = due.some(day, AT_A_TIME);
        cards.forEach(card -> step.accept(card, day));
        return cards.size();
    }
}
