package dev.kapu.registry.entitlement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardIssued;
import dev.kapu.registry.card.CardYear;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.scope.Subject;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows the holders' affiliations, in the transaction in which they change, so that no card outlives its reason. */
@Component
class CardEntitlements {
    private final EntitlementStore store;
    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final CardYear year;
    private final Today today;

    CardEntitlements(
            EntitlementStore store,
            AffiliationStore affiliations,
            ApplicationEventPublisher events,
            CardYear year,
            Today today) {
        this.store = store;
        this.affiliations = affiliations;
        this.events = events;
        this.year = year;
        this.today = today;
    }

    @EventListener
    void on(AffiliationStarted started) {
        settle(started.subject());
    }

    @EventListener
    void on(AffiliationEnded ended) {
        settle(ended.subject());
    }

    @EventListener
    void on(AffiliationCancelled cancelled) {
        settle(cancelled.subject());
    }

    @EventListener
    void on(PersonsMerged merged) {
        settle(merged.subject());
    }

    @EventListener
    void on(CardIssued issued) {
        var day = today.date();
        var holder = EducationId.of(issued.subject().educationId());
        var held = affiliations.of(holder, HeldAffiliations.EVERYONE, day);
        settle(new HeldAffiliations(holder, null, held, day).subject());
    }

    private void settle(Subject holder) {
        var id = EducationId.of(holder.educationId());
        var cards = store.of(id);
        if (cards.isEmpty()) {
            return;
        }
        var day = today.date();
        var held = affiliations.of(id, HeldAffiliations.EVERYONE, day);
        for (var card : cards) {
            var until = Entitlement.end(card.type(), held, year, card.groundless(day));
            if (!Objects.equals(until, card.entitledUntil())) {
                store.entitle(card.id(), until, until == null ? null : year.keptUntil(until, day));
                events.publishEvent(new CardEntitlementChanged(
                        UUID.randomUUID(), today.instant(), holder, card.institution(), card.number(), until));
            }
        }
    }
}
