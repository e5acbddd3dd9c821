package dev.kapu.registry.card;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides requests for teacher cards some days after what they stood on has ended (ADR 45), some in each transaction. */
@Component
class GroundlessRequests {
    private static final int AT_A_TIME = 200;

    private final CardStore store;
    private final WaitingCards waiting;
    private final AffiliationStore affiliations;
    private final TransactionTemplate transaction;
    private final Today today;

    GroundlessRequests(
            CardStore store,
            WaitingCards waiting,
            AffiliationStore affiliations,
            TransactionTemplate transaction,
            Today today) {
        this.store = store;
        this.waiting = waiting;
        this.affiliations = affiliations;
        this.transaction = transaction;
        this.today = today;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void decide() {
        while (Boolean.TRUE.equals(transaction.execute(status -> some() == AT_A_TIME))) {}
    }

    private int some() {
        var day = today.date();
        var due = store.groundless(day, AT_A_TIME);
        due.forEach(request ->
                waiting.decide(request, affiliations.of(request.educationId(), HeldAffiliations.EVERYONE, day)));
        return due.size();
    }
}
