package dev.kapu.statistics;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persons counted at a term. A cell is a group by all dimensions; its columns part it by the cell in which the same
 * persons were at the term before. Columns without a cell are those whom the term before counted as gone: they are here
 * only so that its numbers can be written as sums of columns.
 */
final class Cube {
    private final LocalDate term;
    private final int cells;
    private final List<Column> columns;
    private final Map<Dimension, Map<String, BitSet>> cellsByValue = new EnumMap<>(Dimension.class);
    private final int[] persons;

    record Column(@Nullable Integer cell, @Nullable Integer before, int persons) {}

    /** @param cells by their numbers */
    Cube(LocalDate term, List<Map<Dimension, String>> cells, List<Column> columns) {
        this.term = term;
        this.cells = cells.size();
        this.columns = columns;
        for (int cell = 0; cell < cells.size(); cell++) {
            for (var value : cells.get(cell).entrySet()) {
                cellsByValue
                        .computeIfAbsent(value.getKey(), dimension -> new HashMap<>())
                        .computeIfAbsent(value.getValue(), any -> new BitSet())
                        .set(cell);
            }
        }
        persons = new int[cells.size()];
        for (var column : columns) {
            if (column.cell() != null) {
                persons[column.cell()] += column.persons();
            }
        }
    }

    LocalDate term() {
        return term;
    }

    /** How many there are. */
    int cells() {
        return cells;
    }

    List<Column> columns() {
        return columns;
    }

    BitSet cells(Filter filter) {
        var found = new BitSet();
        found.set(0, cells);
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

    BitSet columns(BitSet cells) {
        var found = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            var cell = columns.get(i).cell();
            if (cell != null && cells.get(cell)) {
                found.set(i);
            }
        }
        return found;
    }

    /** @param cells of the term before */
    BitSet columnsOfBefore(BitSet cells) {
        var found = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            var cell = columns.get(i).before();
            if (cell != null && cells.get(cell)) {
                found.set(i);
            }
        }
        return found;
    }

    int persons(BitSet cells) {
        return cells.stream().map(cell -> persons[cell]).sum();
    }

    int[] personsByColumn() {
        return columns.stream().mapToInt(Column::persons).toArray();
    }
}
