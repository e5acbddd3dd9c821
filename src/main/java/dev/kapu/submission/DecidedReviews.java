package dev.kapu.submission;

import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.ReviewDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An entry that waited for the Office's review learns what came of it, in the same transaction (K2). */
@Component
class DecidedReviews {
    private final EntryStore entries;

    DecidedReviews(EntryStore entries) {
        this.entries = entries;
    }

    @EventListener
    void decided(ReviewDecided event) {
        if (event.outcome() instanceof Registered registered) {
            entries.decideReview(event.review(), Outcome.REGISTERED, registered.educationId());
        } else {
            entries.decideReview(event.review(), Outcome.ALREADY_REGISTERED, null);
        }
    }
}
