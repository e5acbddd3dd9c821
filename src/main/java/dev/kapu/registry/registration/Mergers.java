package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.responsibility.Responsibilities;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes one person of two (K1, K2): the survivor keeps ID and data and gets the other's affiliations and cards, and the
 * qualification if it had none; the other's ID is never issued again and leads to the survivor.
 */
@Component
class Mergers {
    private final MergerStore store;
    private final PersonStore rows;
    private final HeldPersons persons;
    private final ReviewChangeStore reviews;
    private final Doubles doubles;
    private final History history;
    private final Responsibilities responsibilities;
    private final MergerNews news;

    Mergers(
            MergerStore store,
            PersonStore rows,
            HeldPersons persons,
            ReviewChangeStore reviews,
            Doubles doubles,
            History history,
            Responsibilities responsibilities,
            MergerNews news) {
        this.store = store;
        this.rows = rows;
        this.persons = persons;
        this.reviews = reviews;
        this.doubles = doubles;
        this.history = history;
        this.responsibilities = responsibilities;
        this.news = news;
    }

    /** First in a transaction that merges; see {@link #merge}. */
    void lock(EducationId one, EducationId other) {
        rows.lockAllWhole(List.of(one, other));
    }

    /**
     * Within the caller's transaction. Both are locked and differ.
     *
     * @param review in which it was decided
     * @throws FaultException {@code Client.Review.DecisionImpossible} if one is not held;
     *     {@code Client.Review.AffiliationsCollide} if both are at what a person can be at only once (K14): one must end
     */
    void merge(EducationId survivor, EducationId retired, UUID review) {
        var merger = new Merger(held(survivor), held(retired));
        merger.requireOneOfAKind();
        var concerned = merger.concerned();
        concerned.addAll(store.withCards(survivor, retired));

        doubles.forget(retired, NewPerson.of(merger.gone().person()));
        store.merge(retired, survivor);
        var closed = reviews.closeMerged(survivor, review);

        history.addAll(merger.changes());
        history.addAll(closed.stream().map(other -> reviewed(survivor, other)).toList());
        responsibilities.settle(survivor);
        news.tell(merger, concerned);
    }

    private HeldPerson held(EducationId id) {
        return persons.lockPresent(id)
                .orElseThrow(() -> new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE, "decision"));
    }

    private static History.Change reviewed(EducationId survivor, UUID review) {
        return new History.Change(
                survivor,
                Kind.REVIEWED,
                Map.of(),
                Map.of("review", review.toString(), "decision", Review.State.MERGED.word()));
    }
}
