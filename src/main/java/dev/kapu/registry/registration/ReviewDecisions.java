package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.history.Authorship;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Review.Decided;
import dev.kapu.registry.registration.Review.Decision;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Review.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Carries out what the Office decides, within the caller's transaction. It locks in the order in which amendments do:
 * persons, then what newcomers are locked by; reviews last.
 */
@Component
class ReviewDecisions {
    private final ReviewStore store;
    private final Waiting waiting;
    private final OpenedReviews opened;
    private final Growth growth;
    private final Doubles doubles;
    private final RegistrationRules rules;
    private final Newcomers newcomers;
    private final Mergers mergers;
    private final PresentIds ids;
    private final History history;
    private final Authorship authorship;
    private final ApplicationEventPublisher events;

    ReviewDecisions(
            ReviewStore store,
            Waiting waiting,
            OpenedReviews opened,
            Growth growth,
            Doubles doubles,
            RegistrationRules rules,
            Newcomers newcomers,
            Mergers mergers,
            PresentIds ids,
            History history,
            Authorship authorship,
            ApplicationEventPublisher events) {
        this.store = store;
        this.waiting = waiting;
        this.opened = opened;
        this.growth = growth;
        this.doubles = doubles;
        this.rules = rules;
        this.newcomers = newcomers;
        this.mergers = mergers;
        this.ids = ids;
        this.history = history;
        this.authorship = authorship;
        this.events = events;
    }

    Decided decide(UUID id, Decision asked) {
        var reported = store.find(id)
                .orElseThrow(() -> new FaultException(Fault.REVIEW_NOT_FOUND, "reviewId"))
                .reported();
        var decision = current(asked);
        if (decision instanceof Merge merge) {
            mergers.lock(merge.survivor(), merge.retired());
        }
        if (reported == null) {
            return decideHeld(store.lock(List.of(id)).get(0), decision);
        }
        doubles.lock(Stream.of(reported.person()));
        var others = waiting.others(id, reported.person());
        var ids = new ArrayList<>(others.stream().map(Waiting.Alike::review).toList());
        ids.add(id);
        var rows = store.lock(ids);
        var review =
                rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
        requireOpen(review);
        var decided = decideReported(review, reported, decision);
        rows.stream()
                .filter(row -> !row.id().equals(id) && row.state() == State.OPEN)
                .forEach(row -> tell(row, isSame(others, row.id()), decided));
        return decided;
    }

    private Decided decideHeld(ReviewStore.Row review, Decision decision) {
        requireOpen(review);
        require(!(decision instanceof SamePerson));
        if (decision instanceof Merge merge) {
            return merge(review, merge);
        }
        return close(review, new Decided(review.id(), State.DIFFERENT_PERSON, null));
    }

    private Decided decideReported(ReviewStore.Row review, Registrations.Entry reported, Decision decision) {
        var likeness = doubles.find(List.of(reported.person())).get(0);
        var named = decision instanceof SamePerson same ? same.held() : null;
        var unseen = likeness.without(review.held()::contains)
                .without(person -> person.equals(named))
                .persons();
        if (!unseen.isEmpty()) {
            growth.add(review.id(), unseen);
            throw new FaultException(Fault.REVIEW_GROWN, "reviewId");
        }
        if (decision instanceof SamePerson same) {
            require(review.held().contains(same.held()) || likeness.persons().contains(same.held()));
            store.add(review.id(), List.of(same.held()));
            return close(review, new Decided(review.id(), State.SAME_PERSON, same.held()));
        }
        if (decision instanceof Merge merge) {
            return merge(review, merge);
        }
        require(decision instanceof DifferentPerson && likeness.degree() != Degree.SAME);
        rules.require(List.of(reported));
        var id = authorship.reportedBy(
                review.institution(),
                review.reportedAt(),
                () -> newcomers.store(List.of(reported)).get(0));
        return close(review, new Decided(review.id(), State.DIFFERENT_PERSON, id));
    }

    /** Whoever else is in question is asked about anew: two of several being one says nothing of the others. */
    private Decided merge(ReviewStore.Row review, Merge merge) {
        require(review.held().containsAll(List.of(merge.survivor(), merge.retired()))
                && !merge.survivor().equals(merge.retired()));
        mergers.merge(merge.survivor(), merge.retired(), review.id());
        var decided = close(review, new Decided(review.id(), State.MERGED, merge.survivor()));
        var rest = review.held().stream()
                .filter(person -> !person.equals(merge.retired()))
                .toList();
        if (rest.size() > 1) {
            opened.openRest(review.institution(), rest);
        }
        return decided;
    }

    /** Another who waits and is the person decided about has the same answer; one who is only alike may be the same person. */
    private void tell(ReviewStore.Row other, boolean same, Decided decided) {
        var person = Objects.requireNonNull(decided.person());
        if (same) {
            store.add(other.id(), List.of(person));
            close(other, new Decided(other.id(), State.SAME_PERSON, person));
        } else if (decided.state() != State.DIFFERENT_PERSON) {
            store.add(other.id(), List.of(person));
        }
    }

    private Decided close(ReviewStore.Row review, Decided decided) {
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
            events.publishEvent(new ReviewDecided(review.id(), outcome));
        }
        return decided;
    }

    /** Persons by the IDs they have now. */
    private Decision current(Decision asked) {
        if (asked instanceof SamePerson same) {
            return new SamePerson(ids.current(same.held()));
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

    private static void require(boolean possible) {
        if (!possible) {
            throw new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE, "decision");
        }
    }
}
