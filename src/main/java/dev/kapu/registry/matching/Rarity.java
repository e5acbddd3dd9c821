package dev.kapu.registry.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often the values of a field occur. Agreement on a common name says little, on a rare one much.
 *
 * @param common the frequent values
 * @param otherwise the chance that a second record has the same value, if it is none of the frequent ones
 */
record Rarity(Map<String, Double> common, double otherwise) {
    /** @param least the share from which a value counts as frequent */
    static Rarity of(Iterable<String> values, double least) {
        var counts = new HashMap<String, Integer>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        var common = counts.entrySet().stream()
                .filter(entry -> entry.getValue() / total >= least)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() / total));
        double sum = 0;
        double squares = 0;
        for (var entry : counts.entrySet()) {
            if (!common.containsKey(entry.getKey())) {
                double share = entry.getValue() / total;
                sum += share;
                squares += share * share;
            }
        }
        return new Rarity(common, sum == 0 ? least : squares / sum);
    }

    double of(String value) {
        return common.getOrDefault(value, otherwise);
    }
}
