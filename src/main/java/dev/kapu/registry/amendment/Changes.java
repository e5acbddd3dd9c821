package dev.kapu.registry.amendment;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one amendment has changed, field by field, as the history keeps it. */
final class Changes {
    private final Map<String, String> before;
    private final Map<String, String> after;
    private Map<String, String> whichAffiliation = Map.of();
    private boolean decides;

    Changes(Person old, Person changed) {
        this.before = new HashMap<>(Snapshot.of(NewPerson.of(old)));
        this.after = new HashMap<>(Snapshot.of(NewPerson.of(changed)));
        this.decides = !Objects.equals(old.residence(), changed.residence());
    }

    void add(String field, @Nullable String was, String is) {
        if (was != null) {
            before.put(field, was);
        }
        after.put(field, is);
    }

    void add(AffiliationChanges.Change change) {
        before.putAll(change.before());
        after.putAll(change.after());
        whichAffiliation = change.which();
        decides |= change.decides();
    }

    /** Which have really changed; as in the contract: {@code birthName}, whichever part of it. */
    Set<String> fields() {
        var all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        return all.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> field.replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether somebody else may answer for the person now (K7, K8). */
    boolean decide() {
        return decides;
    }

    History.Change entry(EducationId id, Amendment amendment) {
        var was = new HashMap<>(before);
        was.keySet().removeAll(whichAffiliation.keySet());
        var is = new HashMap<>(after);
        is.putAll(whichAffiliation);
        is.put("reason", amendment.reason().name().toLowerCase(Locale.ROOT));
        is.put("changedOn", amendment.changedOn().toString());
        return new History.Change(
                id, amendment.isOfAffiliationOnly() ? Kind.AFFILIATION_CHANGED : Kind.AMENDED, was, is);
    }
}
