package dev.kapu.registry.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** How many pairs agree in which way: all that can be learnt of them. */
final class Patterns {
    private final Map<Long, Long> counts = new HashMap<>();

    void add(Agreement agreement) {
        counts.merge(agreement.pattern(), 1L, Long::sum);
    }

    void addAll(Patterns others) {
        others.counts.forEach((pattern, count) -> counts.merge(pattern, count, Long::sum));
    }

    void forEach(BiConsumer<Long, Long> each) {
        counts.forEach(each);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
