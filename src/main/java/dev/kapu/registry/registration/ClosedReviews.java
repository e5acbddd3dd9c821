package dev.kapu.registry.registration;

import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Review.Decided;
import dev.kapu.registry.registration.Review.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes from the Office's list what is decided: the history says so, and whoever waited for it is told. */
@Component
class ClosedReviews {
    private final ReviewChangeStore store;
    private final Waiting waiting;
    private final History history;
    private final ApplicationEventPublisher events;

    ClosedReviews(ReviewChangeStore store, Waiting waiting, History history, ApplicationEventPublisher events) {
        this.store = store;
        this.waiting = waiting;
        this.history = history;
        this.events = events;
    }

    /** Publishes {@link ReviewDecided} if a registration waited for it. */
    Decided close(ReviewStore.Row review, Decided decided) {
        return close(review, decided, false);
    }

    /** @param told whoever waited for it may know the ID of who is registered already */
    Decided close(ReviewStore.Row review, Decided decided, boolean told) {
        store.decide(review.id(), decided.state(), decided.person());
        waiting.forget(review.id());
        var inQuestion = new LinkedHashSet<>(review.held());
        if (decided.state() == State.SAME_PERSON) {
            inQuestion.add(Objects.requireNonNull(decided.person()));
        }
        var said = Map.of(
                "review", review.id().toString(), "decision", decided.state().word());
        history.addAll(inQuestion.stream()
                .map(person -> new History.Change(person, Kind.REVIEWED, Map.of(), said))
                .toList());
        if (review.reported() != null) {
            var outcome = decided.state() == State.DIFFERENT_PERSON
                    ? new Registered(Objects.requireNonNull(decided.person()))
                    : new AlreadyRegistered();
            events.publishEvent(new ReviewDecided(review.id(), outcome, told ? decided.person() : null));
        }
        return decided;
    }

    /** Another who waits and is the person decided about has the same answer; one who is only alike may be the same person. */
    void closeWith(Decided decided, ReviewStore.Row other, boolean same) {
        var person = Objects.requireNonNull(decided.person());
        if (same) {
            store.add(other.id(), List.of(person));
            events.publishEvent(new ReviewClosedAlong(other.id()));
            close(other, new Decided(other.id(), State.SAME_PERSON, person));
        } else if (decided.state() != State.DIFFERENT_PERSON) {
            store.add(other.id(), List.of(person));
        }
    }
}
