package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes one person of two (K1, K2): the survivor keeps ID and data and gets the other's affiliations and cards; the
 * other's ID is never issued again and leads to the survivor.
 */
@Component
public class Mergers {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    private final MergerStore store;
    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final ReviewStore reviews;
    private final Doubles doubles;
    private final History history;
    private final Responsibilities responsibilities;
    private final Today today;

    Mergers(
            MergerStore store,
            PersonStore persons,
            AffiliationStore affiliations,
            ReviewStore reviews,
            Doubles doubles,
            History history,
            Responsibilities responsibilities,
            Today today) {
        this.store = store;
        this.persons = persons;
        this.affiliations = affiliations;
        this.reviews = reviews;
        this.doubles = doubles;
        this.history = history;
        this.responsibilities = responsibilities;
        this.today = today;
    }

    /** The ID under which the person of a retired one is held; any other ID as it is. */
    public EducationId current(EducationId id) {
        return survivor(id).orElse(id);
    }

    public Optional<EducationId> survivor(EducationId retired) {
        return store.survivor(retired);
    }

    /** Within the caller's transaction. Both are held and differ. */
    void merge(EducationId survivor, EducationId retired) {
        var day = today.date();
        persons.lockAllWhole(List.of(survivor, retired));
        var gone = persons.held(List.of(retired)).get(0);
        var joined = affiliations.of(retired, EVERYONE, day);

        doubles.forget(retired, NewPerson.of(gone));
        store.merge(retired, survivor);
        reviews.closeMerged(survivor);

        history.add(new History.Change(
                retired, Kind.MERGED, everything(gone, joined), Map.of("survivor", survivor.text())));
        history.add(new History.Change(survivor, Kind.MERGED, Map.of(), Map.of("retired", retired.text())));
        responsibilities.settle(survivor);
    }

    private static Map<String, String> everything(Person person, List<Affiliation> affiliations) {
        var all = new HashMap<>(Snapshot.of(NewPerson.of(person)));
        for (int i = 0; i < affiliations.size(); i++) {
            var prefix = "affiliation." + (i + 1) + ".";
            Snapshot.of(affiliations.get(i)).forEach((field, value) -> all.put(prefix + field, value));
        }
        return all;
    }
}
