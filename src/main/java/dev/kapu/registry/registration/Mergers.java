package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes one person of two (K1, K2): the survivor keeps ID and data and gets the other's affiliations and cards, and the
 * qualification if it had none; the other's ID is never issued again and leads to the survivor.
 */
@Component
class Mergers {
    private final MergerStore store;
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final ReviewStore reviews;
    private final Doubles doubles;
    private final History history;
    private final Responsibilities responsibilities;
    private final Standings standings;
    private final ApplicationEventPublisher events;
    private final Today today;

    Mergers(
            MergerStore store,
            PersonStore persons,
            AffiliationStore affiliations,
            ReviewStore reviews,
            Doubles doubles,
            History history,
            Responsibilities responsibilities,
            Standings standings,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.persons = persons;
        this.affiliations = affiliations;
        this.reviews = reviews;
        this.doubles = doubles;
        this.history = history;
        this.responsibilities = responsibilities;
        this.standings = standings;
        this.events = events;
        this.today = today;
    }

    /** First in a transaction that merges; see {@link #merge}. */
    void lock(EducationId one, EducationId other) {
        persons.lockAllWhole(List.of(one, other));
    }

    /**
     * Within the caller's transaction. Both are locked and differ.
     *
     * @param review in which it was decided
     * @throws FaultException {@code Client.Review.DecisionImpossible} if one is not held;
     *     {@code Client.Review.AffiliationsCollide} if both are at what a person can be at only once (K14): one must end
     */
    void merge(EducationId survivor, EducationId retired, UUID review) {
        var day = today.date();
        var kept = held(survivor, day);
        var gone = held(retired, day);
        requireOneOfAKind(kept.affiliations(), gone.affiliations());
        var concerned = concerned(kept, gone, day);

        doubles.forget(retired, NewPerson.of(gone.person()));
        store.merge(retired, survivor);
        var closed = reviews.closeMerged(survivor, review);

        history.add(new History.Change(retired, Kind.MERGED, everything(gone), Map.of("survivor", survivor.text())));
        history.add(new History.Change(survivor, Kind.MERGED, qualification(kept.person()), taken(kept, gone)));
        history.addAll(closed.stream()
                .map(other -> new History.Change(
                        survivor,
                        Kind.REVIEWED,
                        Map.of(),
                        Map.of("review", other.toString(), "decision", Review.State.MERGED.word())))
                .toList());
        responsibilities.settle(survivor);
        events.publishEvent(new PersonsMerged(
                UUID.randomUUID(),
                today.instant(),
                new Subject(survivor.text(), concerned, kept.responsible(), standing(survivor)),
                retired.text(),
                survivor.text()));
    }

    /** Of both, who by now are one. */
    private Set<Scope> standing(EducationId survivor) {
        var all = Stream.concat(Stream.of(survivor), store.retired(survivor).stream())
                .toList();
        return standings.of(all);
    }

    private record Held(Person person, @Nullable String responsible, List<Affiliation> affiliations) {}

    private Held held(EducationId id, LocalDate day) {
        var locked = persons.lock(id, HeldAffiliations.EVERYONE, day)
                .orElseThrow(() -> new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE, "decision"));
        return new Held(
                persons.held(List.of(id)).get(0),
                locked.responsible(),
                affiliations.of(id, HeldAffiliations.EVERYONE, day));
    }

    private static void requireOneOfAKind(List<Affiliation> kept, List<Affiliation> gone) {
        boolean collide = kept.stream()
                .filter(one -> one.type().isAtOneInstitution() && one.endDate() == null)
                .anyMatch(one -> gone.stream()
                        .anyMatch(other -> other.type() == one.type()
                                && other.endDate() == null
                                && !other.institution().equals(one.institution())));
        if (collide) {
            throw new FaultException(Fault.MERGER_COLLIDES, "decision");
        }
    }

    /** Who answers for either, holds an affiliation of either, or asked for a card of either. */
    private Set<String> concerned(Held kept, Held gone, LocalDate day) {
        var codes = new LinkedHashSet<String>();
        for (var one : List.of(kept, gone)) {
            if (one.responsible() != null) {
                codes.add(one.responsible());
            }
        }
        Stream.of(kept, gone)
                .flatMap(one -> one.affiliations().stream())
                .filter(held -> held.endDate() == null || held.isOpenOn(day))
                .forEach(held -> codes.add(held.institution().text()));
        codes.addAll(store.withCards(kept.person().educationId(), gone.person().educationId()));
        return codes;
    }

    private static Map<String, String> everything(Held gone) {
        var all = new HashMap<>(Snapshot.of(NewPerson.of(gone.person())));
        all.putAll(qualification(gone.person()));
        for (int i = 0; i < gone.affiliations().size(); i++) {
            var prefix = "affiliation." + (i + 1) + ".";
            Snapshot.of(gone.affiliations().get(i)).forEach((field, value) -> all.put(prefix + field, value));
        }
        return all;
    }

    private static Map<String, String> taken(Held kept, Held gone) {
        var after = new HashMap<>(qualification(kept.person().qualification() == null ? gone.person() : kept.person()));
        after.put("retired", gone.person().educationId().text());
        return after;
    }

    private static Map<String, String> qualification(Person person) {
        return person.qualification() == null ? Map.of() : Map.of("qualification", person.qualification());
    }
}
