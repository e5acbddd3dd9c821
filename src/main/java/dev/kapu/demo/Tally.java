package dev.kapu.demo;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts, since it was last looked at, how partners fared; who failed is named. */
final class Tally {
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> failures = new TreeMap<>();

    synchronized void count(String partner, Outcome outcome) {
        if (outcome == Outcome.FAILED) {
            failures.merge(partner, 1, Integer::sum);
        } else if (outcome != Outcome.NOTHING) {
            counts.merge(outcome, 1, Integer::sum);
        }
    }

    /** As one line; starts anew. */
    synchronized String take() {
        var line = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        var failed = failures.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", ", "; failed: ", ""));
        var all = (line.isEmpty() ? "nothing done" : line) + (failures.isEmpty() ? "" : failed);
        counts.clear();
        failures.clear();
        return all;
    }
}
