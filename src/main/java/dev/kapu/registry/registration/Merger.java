package dev.kapu.registry.registration;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Two persons as they are held before one is made of them (K1). */
record Merger(HeldPerson kept, HeldPerson gone) {
    EducationId survivor() {
        return kept.affiliations().id();
    }

    EducationId retired() {
        return gone.affiliations().id();
    }

    /** @throws FaultException {@code Client.Review.AffiliationsCollide} */
    void requireOneOfAKind() {
        boolean collide = kept.affiliations().lasting().stream()
                .filter(one -> one.type().isAtOneInstitution())
                .anyMatch(one -> gone.affiliations().lasting().stream()
                        .anyMatch(other -> other.type() == one.type()
                                && !other.institution().equals(one.institution())));
        if (collide) {
            throw new FaultException(Fault.MERGER_COLLIDES, "decision");
        }
    }

    /** Who answers for either, or holds an affiliation of either. */
    Set<String> concerned() {
        var codes = new LinkedHashSet<String>();
        Stream.of(kept, gone).map(HeldPerson::affiliations).forEach(held -> {
            if (held.responsible() != null) {
                codes.add(held.responsible());
            }
            held.all().stream()
                    .filter(one -> one.endDate() == null || one.isOpenOn(held.day()))
                    .forEach(one -> codes.add(one.institution().text()));
        });
        return codes;
    }

    /** What the history of either says of it. */
    List<History.Change> changes() {
        return List.of(
                new History.Change(
                        retired(),
                        Kind.MERGED,
                        everything(),
                        Map.of("survivor", survivor().text())),
                new History.Change(survivor(), Kind.MERGED, qualification(kept.person()), taken()));
    }

    private Map<String, String> everything() {
        var all = new HashMap<>(Snapshot.of(NewPerson.of(gone.person())));
        all.putAll(qualification(gone.person()));
        var affiliations = gone.affiliations().all();
        for (int i = 0; i < affiliations.size(); i++) {
            var prefix = "affiliation." + (i + 1) + ".";
            Snapshot.of(affiliations.get(i)).forEach((field, value) -> all.put(prefix + field, value));
        }
        return all;
    }

    private Map<String, String> taken() {
        var after = new HashMap<>(qualification(kept.person().qualification() == null ? gone.person() : kept.person()));
        after.put("retired", retired().text());
        return after;
    }

    private static Map<String, String> qualification(Person person) {
        return person.qualification() == null ? Map.of() : Map.of("qualification", person.qualification());
    }
}
