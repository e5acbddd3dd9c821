package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.registration.Review.Decided;
import dev.kapu.registry.registration.Review.Decision;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Review.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Carries out what the Office decides, within the caller's transaction. It locks in the order in which amendments do:
 * persons, then what newcomers are locked by; reviews last.
 */
@Component
class ReviewDecisions {
    private final ReviewStore store;
    private final PresentIds ids;
    private final Doubles doubles;
    private final Waiting waiting;
    private final NewcomerDecisions newcomers;
    private final MergeDecisions merges;
    private final ClosedReviews closed;

    ReviewDecisions(
            ReviewStore store,
            PresentIds ids,
            Doubles doubles,
            Waiting waiting,
            NewcomerDecisions newcomers,
            MergeDecisions merges,
            ClosedReviews closed) {
        this.store = store;
        this.ids = ids;
        this.doubles = doubles;
        this.waiting = waiting;
        this.newcomers = newcomers;
        this.merges = merges;
        this.closed = closed;
    }

    Decided decide(UUID id, Decision asked) {
        var reported = store.find(id)
                .orElseThrow(() -> new FaultException(Fault.REVIEW_NOT_FOUND, "reviewId"))
                .reported();
        var decision = current(asked);
        if (decision instanceof Merge merge) {
            merges.lock(merge);
        }
        if (decision instanceof SamePerson same && same.told()) {
            merges.lock(new Merge(same.held(), same.held()));
            decision = current(same);
        }
        return reported == null
                ? decideHeld(store.lock(List.of(id)).get(0), decision)
                : decideReported(id, reported, decision);
    }

    private Decided decideHeld(ReviewStore.Row review, Decision decision) {
        requireOpen(review);
        require(!(decision instanceof SamePerson));
        return decision instanceof Merge merge
                ? merges.decide(review, merge)
                : closed.close(review, new Decided(review.id(), State.DIFFERENT_PERSON, null));
    }

    /** Who else waits and is alike is decided about with them, or has one more person in question. */
    private Decided decideReported(UUID id, Registrations.Entry reported, Decision decision) {
        doubles.lock(Stream.of(reported.person()));
        var others = waiting.others(id, reported.person());
        var ids = new ArrayList<>(others.stream().map(Waiting.Alike::review).toList());
        ids.add(id);
        var rows = store.lock(ids);
        var review =
                rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
        requireOpen(review);
        var decided = newcomers.decide(review, reported, decision);
        rows.stream()
                .filter(row -> !row.id().equals(id) && row.state() == State.OPEN)
                .forEach(row -> closed.closeWith(decided, row, isSame(others, row.id())));
        return decided;
    }

    /** Persons by the IDs they have now. */
    private Decision current(Decision asked) {
        if (asked instanceof SamePerson same) {
            return new SamePerson(ids.current(same.held()), same.told());
        }
        return asked instanceof Merge merge
                ? new Merge(ids.current(merge.survivor()), ids.current(merge.retired()))
                : asked;
    }

    private static boolean isSame(List<Waiting.Alike> others, UUID review) {
        return others.stream().anyMatch(other -> other.review().equals(review) && other.same());
    }

    private static void requireOpen(ReviewStore.Row review) {
        if (review.state() != State.OPEN) {
            throw new FaultException(Fault.REVIEW_ALREADY_DECIDED, "reviewId");
        }
    }

    static void require(boolean possible) {
        if (!possible) {
            throw new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE, "decision");
        }
    }
}
