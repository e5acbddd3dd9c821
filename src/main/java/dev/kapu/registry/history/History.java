package dev.kapu.registry.history;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.history.HistoryEntry.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down, within the transaction of a change, who changed what of a person, and how it was before. Who: see
 * {@link Authorship}.
 */
@Component("personHistory")
public class History {
    private final HistoryStore store;

    History(HistoryStore store) {
        this.store = store;
    }

    /** @param before and after: see {@link Snapshot}; only the fields that differ are kept */
    public record Change(EducationId person, Kind kind, Map<String, String> before, Map<String, String> after) {
        public Change {
            var old = before;
            before = differing(old, after);
            after = differing(after, old);
        }

        private static Map<String, String> differing(Map<String, String> these, Map<String, String> others) {
            var kept = new LinkedHashMap<>(these);
            kept.entrySet().removeIf(field -> Objects.equals(others.get(field.getKey()), field.getValue()));
            return kept;
        }

        /** Hazard: must not show the values, or they would reach a log line. */
        @Override
        public String toString() {
            return "Change";
        }
    }

    public void started(Affiliation affiliation) {
        add(new Change(affiliation.educationId(), Kind.AFFILIATION_STARTED, Map.of(), Snapshot.of(affiliation)));
    }

    /** An affiliation that never began, or never was. */
    public void cancelled(Affiliation affiliation) {
        add(new Change(affiliation.educationId(), Kind.AFFILIATION_CANCELLED, Snapshot.of(affiliation), Map.of()));
    }

    /** Which affiliation it was is kept beside what differs. */
    public void changed(Kind kind, Affiliation before, Affiliation after) {
        var change = new Change(before.educationId(), kind, Snapshot.of(before), Snapshot.of(after));
        for (var key : List.of("institutionCode", "type", "startDate")) {
            var value = Objects.requireNonNull(Snapshot.of(before).get(key));
            change.before().putIfAbsent(key, value);
            change.after()
                    .putIfAbsent(key, Objects.requireNonNull(Snapshot.of(after).get(key)));
        }
        add(change);
    }

    /** K5: whose answer the person's data are; null is nobody. */
    public void responsible(EducationId person, @Nullable String before, @Nullable String after) {
        add(new Change(person, Kind.RESPONSIBILITY_CHANGED, responsible(before), responsible(after)));
    }

    private static Map<String, String> responsible(@Nullable String institution) {
        return institution == null ? Map.of() : Map.of("responsibleInstitution", institution);
    }

    public void add(Change change) {
        addAll(List.of(change));
    }

    public void addAll(List<Change> changes) {
        store.insert(changes);
    }
}
