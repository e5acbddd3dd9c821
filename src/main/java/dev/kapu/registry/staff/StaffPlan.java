package dev.kapu.registry.staff;

import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.staff.StaffAffiliations.Held;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done so that the registry follows: field by field, only what differs between what the module said before and
 * what it says now. What institutions reported meanwhile stays in all other fields.
 *
 * @param gone rows that the module takes back
 * @param result all affiliations as they will be
 */
record StaffPlan(List<Affiliation> gone, List<Step> steps, List<Affiliation> result) {
    /**
     * @param said by the module
     * @param row that changes; null if the employment begins
     * @param now as it will be
     */
    record Step(StaffSpan said, @Nullable Affiliation row, StaffSpan now) {}

    static StaffPlan of(Held held, Collection<StaffSpan> before, Collection<StaffSpan> after) {
        var old = byKey(before);
        var now = byKey(after);
        var gone = before.stream()
                .map(StaffSpan::key)
                .filter(key -> !now.containsKey(key))
                .flatMap(key -> held.at(key).stream())
                .toList();
        // What ends makes room for what begins.
        var steps = after.stream()
                .flatMap(span -> step(held, old.get(span.key()), span).stream())
                .sorted(Comparator.comparing((Step step) -> step.now().end() == null)
                        .thenComparing(Step::now, StaffSpan.BY_START))
                .toList();
        return new StaffPlan(gone, steps, result(held, gone, steps));
    }

    /** All but the employment itself. */
    List<Affiliation> besides(Step step) {
        return result.stream()
                .filter(one -> one.type().isStudents()
                        || !StaffSpan.of(one).key().equals(step.now().key()))
                .toList();
    }

    private static Optional<Step> step(Held held, @Nullable StaffSpan before, StaffSpan after) {
        if (after.equals(before)) {
            return Optional.empty();
        }
        if (before == null) {
            var row = held.at(after.key());
            return row.map(found -> new Step(after, found, StaffSpan.of(found).with(after)))
                    .or(() -> Optional.of(new Step(after, null, after)))
                    .filter(StaffPlan::changesSomething);
        }
        // What the Office has taken away since is not begun again by a change.
        return held.containing(after)
                .map(row -> new Step(after, row, StaffSpan.of(row).changed(before, after)))
                .filter(StaffPlan::changesSomething);
    }

    private static boolean changesSomething(Step step) {
        return step.row() == null || !StaffSpan.of(step.row()).equals(step.now());
    }

    private static List<Affiliation> result(Held held, List<Affiliation> gone, List<Step> steps) {
        var changed = new HashMap<Affiliation, StaffSpan>();
        var all = new ArrayList<Affiliation>();
        for (var step : steps) {
            if (step.row() == null) {
                all.add(step.now().asHeldBy(held.id(), false));
            } else {
                changed.put(step.row(), step.now());
            }
        }
        var without = new HashSet<>(gone);
        for (var row : held.affiliations().all()) {
            var now = changed.get(row);
            if (!without.contains(row)) {
                all.add(now == null ? row : now.asHeldBy(held.id(), row.responsible()));
            }
        }
        return all;
    }

    private static Map<StaffSpan.Key, StaffSpan> byKey(Collection<StaffSpan> spans) {
        return spans.stream().collect(Collectors.toMap(StaffSpan::key, Function.identity(), (first, again) -> first));
    }
}
