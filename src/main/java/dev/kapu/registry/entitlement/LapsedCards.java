package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of cards that nobody has validated in time; once of each. What is withdrawn besides is told as withdrawn. */
@Component
class LapsedCards {
    private static final int AT_A_TIME = 200;

    private final EntitlementStore store;
    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Today today;

    LapsedCards(
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

    @Scheduled(fixedDelay = 15, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void tell() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellSome() == AT_A_TIME))) {}
    }

    private int tellSome() {
        var day = today.date();
        var cards = store.lapsed(day, AT_A_TIME);
        for (var card : cards) {
            store.lapseTold(card.id());
            events.publishEvent(new CardLapsed(
                    UUID.randomUUID(),
                    today.instant(),
                    new Subject(card.holder().text(), entitling(card, day), null),
                    card.institution(),
                    card.number(),
                    card.validUntil(),
                    null));
        }
        return cards.size();
    }

    private Set<String> entitling(Issued card, LocalDate day) {
        var entitling = affiliations.of(card.holder(), HeldAffiliations.EVERYONE, day).stream()
                .filter(held -> held.isOpenOn(day) && held.type().card() == card.type())
                .map(held -> held.institution().text())
                .collect(Collectors.toUnmodifiableSet());
        return entitling.isEmpty() ? Set.of(card.institution()) : entitling;
    }
}
