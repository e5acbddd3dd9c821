package dev.kapu.registry.entitlement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through all cards for which something is due, some in each transaction. */
@Component
class DueCards {
    private static final int AT_A_TIME = 200;

    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Today today;

    DueCards(
            AffiliationStore affiliations,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Today today) {
        this.affiliations = affiliations;
        this.events = events;
        this.transaction = transaction;
        this.today = today;
    }

    interface Due {
        List<Issued> some(LocalDate day, int most);
    }

    interface Step {
        /** Does what is due, so that the card is not due again; the event is published within the same transaction. */
        RegistryEvent take(Issued card, HeldAffiliations holder);
    }

    void each(Due due, Step step) {
        while (Boolean.TRUE.equals(transaction.execute(status -> some(due, step) == AT_A_TIME))) {}
    }

    private int some(Due due, Step step) {
        var day = today.date();
        var cards = due.some(day, AT_A_TIME);
        for (var card : cards) {
            var held = affiliations.of(card.holder(), HeldAffiliations.EVERYONE, day);
            events.publishEvent(step.take(card, new HeldAffiliations(card.holder(), null, held, day)));
        }
        return cards.size();
    }
}
