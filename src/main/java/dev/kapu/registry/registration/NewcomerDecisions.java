package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.history.Authorship;
import dev.kapu.registry.registration.Review.Decided;
import dev.kapu.registry.registration.Review.Decision;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Review.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Office says who somebody is who was reported and waits: one of those held, or somebody else, who is registered. */
@Component
class NewcomerDecisions {
    private final ReviewChangeStore store;
    private final Doubles doubles;
    private final Growth growth;
    private final RegistrationRules rules;
    private final Newcomers newcomers;
    private final Authorship authorship;
    private final MergeDecisions merges;
    private final ClosedReviews closed;

    NewcomerDecisions(
            ReviewChangeStore store,
            Doubles doubles,
            Growth growth,
            RegistrationRules rules,
            Newcomers newcomers,
            Authorship authorship,
            MergeDecisions merges,
            ClosedReviews closed) {
        this.store = store;
        this.doubles = doubles;
        this.growth = growth;
        this.rules = rules;
        this.newcomers = newcomers;
        this.authorship = authorship;
        this.merges = merges;
        this.closed = closed;
    }

    Decided decide(ReviewStore.Row review, Registrations.Entry reported, Decision decision) {
        var likeness = doubles.find(List.of(reported.person())).get(0);
        var named = decision instanceof SamePerson same ? same.held() : null;
        requireSeen(review, likeness, named);
        if (decision instanceof SamePerson same) {
            ReviewDecisions.require(
                    review.held().contains(same.held()) || likeness.persons().contains(same.held()));
            store.add(review.id(), List.of(same.held()));
            return closed.close(review, new Decided(review.id(), State.SAME_PERSON, same.held()), same.told());
        }
        if (decision instanceof Merge merge) {
            return merges.decide(review, merge);
        }
        ReviewDecisions.require(decision instanceof DifferentPerson && likeness.degree() != Degree.SAME);
        return closed.close(review, new Decided(review.id(), State.DIFFERENT_PERSON, register(review, reported)));
    }

    private void requireSeen(ReviewStore.Row review, Likeness likeness, @Nullable EducationId named) {
        var unseen = likeness.without(review.held()::contains)
                .without(person -> person.equals(named))
                .persons();
        if (!unseen.isEmpty()) {
            growth.add(review.id(), unseen);
            throw new FaultException(Fault.REVIEW_GROWN, "reviewId");
        }
    }

    private EducationId register(ReviewStore.Row review, Registrations.Entry reported) {
        rules.require(List.of(reported));
        return authorship.reportedBy(
                review.institution(),
                review.reportedAt(),
                () -> newcomers.store(List.of(reported)).get(0));
    }
}
