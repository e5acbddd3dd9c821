package dev.kapu.statistics;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The persons counted at a term. A cell is a group by all dimensions. */
final class Cube {
    private final LocalDate term;
    private final BitSet possible;
    private final Deviations deviations;
    private final Map<Dimension, Map<String, BitSet>> cellsByValue = new EnumMap<>(Dimension.class);
    private final int[] persons;

    /**
     * @param cell null: still away, while some with the same past are back
     * @param past a number of those who were in the same cells at all terms; 0: never counted; null: not followed, one of
     *     few with the same past
     */
    record Part(@Nullable Integer cell, @Nullable Integer past, int persons) {
        static final int NEW = 0;

        boolean isNew() {
            return past != null && past == NEW;
        }
    }

    /**
     * @param cells by their numbers
     * @param possible those in which somebody can be; whoever is in another is there nevertheless
     * @param threshold so many are a crowd
     */
    Cube(LocalDate term, List<Map<Dimension, String>> cells, BitSet possible, List<Part> parts, int threshold) {
        this.term = term;
        this.possible = (BitSet) possible.clone();
        persons = new int[cells.size()];
        for (var part : parts) {
            if (part.cell() != null) {
                this.possible.set(part.cell());
                persons[part.cell()] += part.persons();
            }
        }
        this.deviations = new Deviations(parts, this.possible, threshold);
        this.possible.stream()
                .forEach(cell -> cells.get(cell)
                        .forEach((dimension, value) -> cellsByValue
                                .computeIfAbsent(dimension, any -> new HashMap<>())
                                .computeIfAbsent(value, any -> new BitSet())
                                .set(cell)));
    }

    LocalDate term() {
        return term;
    }

    /** Those in which somebody can be. */
    BitSet cells(Filter filter) {
        var found = (BitSet) possible.clone();
        filter.values().forEach((dimension, asked) -> {
            if (!asked.isEmpty()) {
                var any = new BitSet();
                var byValue = cellsByValue.getOrDefault(dimension, Map.of());
                asked.forEach(value -> any.or(byValue.getOrDefault(value, new BitSet())));
                found.and(any);
            }
        });
        return found;
    }

    Deviations deviations() {
        return deviations;
    }

    int persons(BitSet cells) {
        return cells.stream().map(cell -> persons[cell]).sum();
    }
}
