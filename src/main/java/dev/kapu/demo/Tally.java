package dev.kapu.demo;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts, since they were last looked at, how each partner fared. */
final class Tally {
    private final Map<String, EnumMap<Outcome, Integer>> counts = new TreeMap<>();

    synchronized void count(String partner, Outcome outcome) {
        if (outcome != Outcome.NOTHING) {
            counts.computeIfAbsent(partner, name -> new EnumMap<>(Outcome.class))
                    .merge(outcome, 1, Integer::sum);
        }
    }

    /** As one line; starts anew. */
    synchronized String take() {
        var line = counts.entrySet().stream()
                .map(partner -> partner.getKey() + " " + inWords(partner.getValue()))
                .collect(Collectors.joining("; "));
        counts.clear();
        return line.isEmpty() ? "nothing to do" : line;
    }

    private static String inWords(EnumMap<Outcome, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
