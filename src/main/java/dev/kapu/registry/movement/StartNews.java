package dev.kapu.registry.movement;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The events that tell of a start, and of one that never was. */
@Component
class StartNews {
    private final ApplicationEventPublisher events;
    private final Today today;

    StartNews(ApplicationEventPublisher events, Today today) {
        this.events = events;
        this.today = today;
    }

    /**
     * @param after as the person is with it
     * @param answering who answers for the person now
     */
    void tell(HeldAffiliations after, Affiliation started, @Nullable InstitutionCode answering) {
        events.publishEvent(new AffiliationStarted(
                UUID.randomUUID(),
                today.instant(),
                after.subject(answering == null ? null : answering.text())
                        .and(Stream.of(started.institution(), answering)
                                .filter(Objects::nonNull)
                                .map(InstitutionCode::text)
                                .toList()),
                started.institution().text(),
                started.site().text(),
                started.type().word(),
                started.startDate()));
    }

    /** @param held as the person was with it */
    void tellNever(HeldAffiliations held, Affiliation cancelled) {
        events.publishEvent(new AffiliationCancelled(
                UUID.randomUUID(),
                today.instant(),
                held.subject().and(List.of(cancelled.institution().text())),
                cancelled.institution().text(),
                cancelled.site().text(),
                cancelled.type().word(),
                cancelled.startDate()));
    }
}
