package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import dev.kapu.scope.Subject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells of cards that nobody has validated in time; once of each. What is withdrawn besides is told as withdrawn. */
@Component
class LapsedCards {
    private final DueCards due;
    private final EntitlementStore store;
    private final Today today;

    LapsedCards(DueCards due, EntitlementStore store, Today today) {
        this.due = due;
        this.store = store;
        this.today = today;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void tell() {
        due.each(store::lapsed, this::lapsed);
    }

    private CardLapsed lapsed(Issued card, HeldAffiliations holder) {
        store.lapseTold(card.id());
        return new CardLapsed(
                UUID.randomUUID(),
                today.instant(),
                new Subject(card.holder().text(), entitling(card, holder), null),
                card.institution(),
                card.number(),
                card.validUntil());
    }

    private static Set<String> entitling(Issued card, HeldAffiliations holder) {
        var entitling = holder.all().stream()
                .filter(held -> held.isOpenOn(holder.day()) && held.type().card() == card.type())
                .map(held -> held.institution().text())
                .collect(Collectors.toUnmodifiableSet());
        return entitling.isEmpty() ? Set.of(card.institution()) : entitling;
    }
}
