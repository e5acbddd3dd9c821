package dev.kapu.submission;

import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.ReviewDecided;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An entry that waited for the Office's review, and its institution, learn what came of it, in the same transaction (K2). */
@Component
class DecidedReviews {
    private final EntryStore entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidedReviews(EntryStore entries, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void decided(ReviewDecided event) {
        var id = event.outcome() instanceof Registered registered ? registered.educationId() : null;
        var outcome = id == null ? Outcome.ALREADY_REGISTERED : Outcome.REGISTERED;
        for (var entry : entries.decideReview(event.review(), outcome, id)) {
            events.publishEvent(new SubmissionEntryDecided(
                    UUID.randomUUID(),
                    clock.instant(),
                    entry.number(),
                    entry.position(),
                    entry.institution(),
                    outcome));
        }
    }
}
