package dev.kapu.registry.entitlement;

import dev.kapu.registry.Today;
import dev.kapu.registry.card.CardInstitutions;
import dev.kapu.registry.entitlement.EntitlementStore.Issued;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells of cards that nobody has validated in time; once of each. What is withdrawn besides is told as withdrawn. */
@Component
class LapsedCards {
    private final DueCards due;
    private final EntitlementStore store;
    private final CardInstitutions institutions;
    private final ApplicationEventPublisher events;
    private final Today today;

    LapsedCards(
            DueCards due,
            EntitlementStore store,
            CardInstitutions institutions,
            ApplicationEventPublisher events,
            Today today) {
        this.due = due;
        this.store = store;
        this.institutions = institutions;
        this.events = events;
        this.today = today;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void tell() {
        due.each(store::lapsed, this::tell);
    }

    private void tell(Issued card, LocalDate day) {
        store.lapseTold(card.id());
        events.publishEvent(new CardLapsed(
                UUID.randomUUID(),
                today.instant(),
                new Subject(
                        card.holder().text(),
                        institutions.entitling(card.holder(), card.type(), card.institution(), day),
                        null),
                card.institution(),
                card.number(),
                card.validUntil(),
                null));
    }
}
