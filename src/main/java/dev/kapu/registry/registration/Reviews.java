package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.Contradictions;
import dev.kapu.registry.affiliation.Contradictions.Contradiction;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The Office's list of who might be whom (K2). Whoever calls must be the Office, where nothing else is said:
 * it shows data of any person. */
@Component
public class Reviews {
    private final ReviewStore store;
    private final OpenedReviews opened;
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final Contradictions contradictions;
    private final Waiting waiting;
    private final PresentIds ids;
    private final ReviewDecisions decisions;

    Reviews(
            ReviewStore store,
            OpenedReviews opened,
            PersonStore persons,
            AffiliationStore affiliations,
            Contradictions contradictions,
            Waiting waiting,
            PresentIds ids,
            ReviewDecisions decisions) {
        this.store = store;
        this.opened = opened;
        this.persons = persons;
        this.affiliations = affiliations;
        this.contradictions = contradictions;
        this.waiting = waiting;
        this.ids = ids;
        this.decisions = decisions;
    }

    /** @param more whether others follow */
    public record Page(List<Review> reviews, boolean more) {}

    /**
     * What waits, the oldest first.
     *
     * @param after only what was opened after this one, whether it is open or decided; null for all
     * @param institution only what it reported or raised; null for any
     * @throws FaultException {@code Client.Review.NotFound} of {@code after}
     */
    public Page open(int limit, @Nullable UUID after, @Nullable InstitutionCode institution) {
        if (after != null && store.find(after).isEmpty()) {
            throw new FaultException(Fault.REVIEW_NOT_FOUND, "after");
        }
        // One more than the page holds, to know whether another follows.
        var found = store.open(limit + 1, after, institution);
        return new Page(found.stream().limit(limit).map(this::review).toList(), found.size() > limit);
    }

    /**
     * One review, open or decided.
     *
     * @throws FaultException {@code Client.Review.NotFound}
     */
    public Review find(UUID id) {
        return store.find(id)
                .map(this::review)
                .orElseThrow(() -> new FaultException(Fault.REVIEW_NOT_FOUND, "reviewId"));
    }

    /** Of those held the affiliation with the institution that answers for them (K5); nothing of who is unattached. */
    public Map<EducationId, Affiliation> answering(List<Review> reviews) {
        var held = reviews.stream()
                .flatMap(review -> review.held().stream())
                .map(Person::educationId)
                .collect(Collectors.toSet());
        return affiliations.ofAll(held).values().stream()
                .flatMap(List::stream)
                .filter(affiliation -> affiliation.responsible() && affiliation.endDate() == null)
                .collect(Collectors.toMap(Affiliation::educationId, Function.identity(), (first, other) -> first));
    }

    /**
     * Which affiliations of those who are held by now one person cannot all have had, where a merger was decided. It stands
     * all the same: the Office has them put right.
     */
    public List<Contradiction> contradictions(Review review) {
        var held = review.held().stream().map(Person::educationId).toList();
        return review.state() == Review.State.MERGED
                ? affiliations.ofAll(held).values().stream()
                        .flatMap(all -> contradictions.among(all).stream())
                        .toList()
                : List.of();
    }

    /** Of one person, with IDs that were retired; who asks must have been let through to the person. The oldest first. */
    public List<Review.Line> about(List<EducationId> ids) {
        return store.about(ids);
    }

    private Review review(ReviewStore.Row row) {
        var reported = row.reported();
        var others = reported == null
                ? List.<UUID>of()
                : waiting.others(row.id(), reported.person()).stream()
                        .map(Waiting.Alike::review)
                        .toList();
        return new Review(
                row.id(), row.openedAt(), row.institution(), row.state(), reported, persons.held(row.held()), others);
    }

    /**
     * Puts two persons on the list whom the Office itself takes for one.
     *
     * @throws FaultException {@code Client.Person.NotFound}; {@code Client.Review.DecisionImpossible} if they are one
     */
    @Transactional
    public UUID suspect(InstitutionCode reportedBy, EducationId one, EducationId other) {
        var held = persons.held(List.of(ids.current(one), ids.current(other)));
        if (held.isEmpty() || (held.size() == 1 && !ids.current(one).equals(ids.current(other)))) {
            throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
        if (held.size() == 1) {
            throw new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE);
        }
        return opened.open(reportedBy, held.stream().map(Person::educationId).toList());
    }

    /**
     * Decides, within a transaction, and publishes {@link ReviewDecided} if a registration waited for it. Nothing of it is
     * done twice: who decides second is refused. Where two of more than two are merged, a new review is opened of who is left. Who else waits and is beyond doubt the person decided about is decided
     * about with them.
     *
     * @throws FaultException {@code Client.Review.NotFound}; {@code Client.Review.AlreadyDecided};
     *     {@code Client.Review.Grown} if somebody alike is held by now whom the Office has not seen in this review: they
     *     are in it afterwards; {@code Client.Review.DecisionImpossible} if it names somebody who is not in question, or
     *     leaves out who is: a reported person who is exactly like one held by now cannot be declared different;
     *     {@code Client.Review.AffiliationsCollide} if those to be merged are both at what a person can be at only once;
     *     what {@link Registrations#checkAll} finds of who is to be registered: the institution may have closed meanwhile
     */
    @Transactional
    public Review.Decided decide(UUID id, Review.Decision decision) {
        return decisions.decide(id, decision);
    }
}
