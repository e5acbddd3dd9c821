package dev.kapu.registry.entitlement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardReportedWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of cards that are withdrawn, whoever withdrew them. */
@Component
class WithdrawnCards {
    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final Today today;

    WithdrawnCards(AffiliationStore affiliations, ApplicationEventPublisher events, Today today) {
        this.affiliations = affiliations;
        this.events = events;
        this.today = today;
    }

    @EventListener
    void on(CardReportedWithdrawn reported) {
        tell(reported.holder(), reported.institution().text(), reported.number().text(), reported.withdrawnOn());
    }

    void tell(EducationId holder, String institution, String card, LocalDate withdrawnOn) {
        var day = today.date();
        var held = affiliations.of(holder, HeldAffiliations.EVERYONE, day);
        events.publishEvent(new CardWithdrawn(
                UUID.randomUUID(),
                today.instant(),
                new HeldAffiliations(holder, null, held, day).subject().and(List.of(institution)),
                institution,
                card,
                withdrawnOn));
    }
}
