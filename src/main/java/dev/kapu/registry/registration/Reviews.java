package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.history.Authorship;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Review.Decided;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Review.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The Office's list of who might be whom (K2). Whoever calls must be the Office: it shows data of any person. */
@Component
public class Reviews {
    private final ReviewStore store;
    private final PersonStore persons;
    private final Doubles doubles;
    private final Newcomers newcomers;
    private final Mergers mergers;
    private final History history;
    private final Authorship authorship;
    private final ApplicationEventPublisher events;

    Reviews(
            ReviewStore store,
            PersonStore persons,
            Doubles doubles,
            Newcomers newcomers,
            Mergers mergers,
            History history,
            Authorship authorship,
            ApplicationEventPublisher events) {
        this.store = store;
        this.persons = persons;
        this.doubles = doubles;
        this.newcomers = newcomers;
        this.mergers = mergers;
        this.history = history;
        this.authorship = authorship;
        this.events = events;
    }

    /** What waits, the oldest first. */
    public List<Review> open(int limit) {
        return store.open(limit).stream()
                .map(row -> new Review(
                        row.id(),
                        row.openedAt(),
                        row.institution(),
                        row.state(),
                        row.reported(),
                        persons.held(row.held())))
                .toList();
    }

    /**
     * Puts two persons on the list whom the Office itself takes for one.
     *
     * @throws FaultException {@code Client.Person.NotFound}; {@code Client.Review.DecisionImpossible} if they are one
     */
    @Transactional
    public UUID suspect(InstitutionCode reportedBy, EducationId one, EducationId other) {
        var held = persons.held(List.of(mergers.current(one), mergers.current(other)));
        if (held.isEmpty() || (held.size() == 1 && !mergers.current(one).equals(mergers.current(other)))) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        if (held.size() == 1) {
            throw new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE);
        }
        return store.open(reportedBy, held.stream().map(Person::educationId).toList());
    }

    /**
     * Decides, within a transaction, and publishes {@link ReviewDecided} if a registration waited for it. Nothing of it is
     * done twice: who decides second is refused.
     *
     * @throws FaultException {@code Client.Review.NotFound}; {@code Client.Review.AlreadyDecided};
     *     {@code Client.Review.DecisionImpossible} if it names somebody who is not in question, or leaves out who is: a
     *     reported person who is exactly like one held by now cannot be declared different
     */
    @Transactional
    public Decided decide(UUID id, Review.Decision decision) {
        var review = store.lock(id).orElseThrow(() -> new FaultException(Fault.REVIEW_NOT_FOUND, "reviewId"));
        if (review.state() != State.OPEN) {
            throw new FaultException(Fault.REVIEW_ALREADY_DECIDED, "reviewId");
        }
        var decided = carryOut(review, decision);
        store.decide(id, decided.state(), decided.person());
        for (var person : review.held()) {
            history.add(new History.Change(
                    person,
                    Kind.REVIEWED,
                    Map.of(),
                    Map.of("review", id.toString(), "decision", decided.state().word())));
        }
        if (review.reported() != null) {
            var outcome = decided.state() == State.DIFFERENT_PERSON
                    ? new Registered(Objects.requireNonNull(decided.person()))
                    : new AlreadyRegistered();
            events.publishEvent(new ReviewDecided(id, outcome));
        }
        return decided;
    }

    private Decided carryOut(ReviewStore.Row review, Review.Decision decision) {
        if (decision instanceof SamePerson same) {
            require(review.reported() != null && review.held().contains(same.held()));
            return new Decided(review.id(), State.SAME_PERSON, same.held());
        }
        if (decision instanceof Merge merge) {
            require(review.held().containsAll(List.of(merge.survivor(), merge.retired()))
                    && !merge.survivor().equals(merge.retired()));
            mergers.merge(merge.survivor(), merge.retired());
            return new Decided(review.id(), State.MERGED, merge.survivor());
        }
        require(decision instanceof DifferentPerson);
        return new Decided(review.id(), State.DIFFERENT_PERSON, registered(review));
    }

    private @Nullable EducationId registered(ReviewStore.Row review) {
        var reported = review.reported();
        if (reported == null) {
            return null;
        }
        authorship.reportedAt(review.reportedAt());
        doubles.lock(Stream.of(reported.person()));
        require(doubles.find(List.of(reported.person())).get(0).degree() != Degree.SAME);
        return newcomers.store(List.of(reported)).get(0);
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE, "decision");
        }
    }
}
