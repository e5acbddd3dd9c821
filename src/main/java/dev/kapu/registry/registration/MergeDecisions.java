package dev.kapu.registry.registration;

import dev.kapu.registry.registration.Review.Decided;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.State;
import java.util.List;
import org.springframework.stereotype.Component;

/** The Office says that two of those in question are one person. */
@Component
class MergeDecisions {
    private final Mergers mergers;
    private final OpenedReviews opened;
    private final ClosedReviews closed;

    MergeDecisions(Mergers mergers, OpenedReviews opened, ClosedReviews closed) {
        this.mergers = mergers;
        this.opened = opened;
        this.closed = closed;
    }

    void lock(Merge merge) {
        mergers.lock(merge.survivor(), merge.retired());
    }

    /** Whoever else is in question is asked about anew: two of several being one says nothing of the others. */
    Decided decide(ReviewStore.Row review, Merge merge) {
        ReviewDecisions.require(review.held().containsAll(List.of(merge.survivor(), merge.retired()))
                && !merge.survivor().equals(merge.retired()));
        mergers.merge(merge.survivor(), merge.retired(), review.id());
        var decided = closed.close(review, new Decided(review.id(), State.MERGED, merge.survivor()));
        var rest = review.held().stream()
                .filter(person -> !person.equals(merge.retired()))
                .toList();
        if (rest.size() > 1) {
            opened.openRest(review.institution(), rest);
        }
        return decided;
    }
}
