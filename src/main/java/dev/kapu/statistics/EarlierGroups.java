package dev.kapu.statistics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups told before V62, of which only cells with persons were kept: each is taken for the widest question that gets the
 * same persons (ADR 43). If another was asked, what follows from it is refused rather than told.
 */
final class EarlierGroups {
    private static final List<Dimension> WIDENED = List.of(
            Dimension.OUTCOME, Dimension.GRADE, Dimension.ENTRY_YEAR, Dimension.SEX, Dimension.INSTITUTION_KIND);

    private final Cube cube;
    private final Map<Integer, Integer> numbers;
    private final BitSet populated = new BitSet();

    /** @param numbers by those of {@code statistics_cell}, those of {@link Cells} */
    EarlierGroups(Cube cube, Map<Integer, Integer> numbers) {
        this.cube = cube;
        this.numbers = numbers;
        numbers.values().forEach(populated::set);
    }

    BitSet cells(StatisticsStore.Told told) {
        var kept = told.populated();
        if (kept == null) {
            return told.cells();
        }
        var cells = new BitSet();
        Arrays.stream(kept)
                .map(cell -> numbers.getOrDefault(cell, -1))
                .filter(cell -> cell >= 0)
                .forEach(cells::set);
        var widest = widest(cells);
        return persons(widest).equals(cells) ? widest : cells;
    }

    private BitSet widest(BitSet cells) {
        var asked = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (var dimension : WIDENED) {
            var values = new HashSet<String>();
            for (var value : Values.of(dimension, cube.term())) {
                if (cube.cells(Filter.ALL.with(dimension, value)).intersects(cells)) {
                    values.add(value);
                }
            }
            asked.put(dimension, values);
        }
        for (var dimension : WIDENED) {
            var only = asked.put(dimension, Set.of());
            if (only != null && !persons(cube.cells(new Filter(asked))).equals(cells)) {
                asked.put(dimension, only);
            }
        }
        return cube.cells(new Filter(asked));
    }

    private BitSet persons(BitSet cells) {
        var found = (BitSet) cells.clone();
        found.and(populated);
        return found;
    }
}
