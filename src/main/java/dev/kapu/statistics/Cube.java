package dev.kapu.statistics;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The persons counted at a term. A cell is a group by all dimensions; its columns part it by the cell in which the same
 * persons were at the term before. Columns without a cell are those of the term before who are not counted any more: they
 * are here only so that its numbers can be written as sums of columns.
 */
final class Cube {
    private final LocalDate term;
    private final int cells;
    private final List<Column> columns;
    private final Deviations deviations;
    private final Map<Dimension, Map<String, BitSet>> cellsByValue = new EnumMap<>(Dimension.class);
    private final int[] persons;

    record Column(@Nullable Integer cell, @Nullable Integer before, int persons) {}

    private record Move(@Nullable Integer cell, @Nullable Integer before) {}

    /**
     * @param cell null: still away, while some with the same past are back
     * @param past a number of those who were in the same cells at all terms; 0: never counted; null: not followed, one of
     *     few with the same past
     */
    record Part(
            @Nullable Integer cell,
            @Nullable Integer before,
            @Nullable Integer past,
            int persons) {
        static final int NEW = 0;

        boolean isNew() {
            return past != null && past == NEW;
        }
    }

    /**
     * @param cells by their numbers
     * @param gone of the term before, and counted no more
     * @param threshold so many are a crowd
     */
    Cube(LocalDate term, List<Map<Dimension, String>> cells, List<Part> parts, List<Column> gone, int threshold) {
        this.term = term;
        this.cells = cells.size();
        this.columns = Stream.concat(merged(parts), gone.stream()).toList();
        this.deviations = new Deviations(parts, threshold);
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

    private static Stream<Column> merged(List<Part> parts) {
        var persons = new LinkedHashMap<Move, Integer>();
        parts.stream()
                .filter(part -> part.cell() != null)
                .forEach(part -> persons.merge(new Move(part.cell(), part.before()), part.persons(), Integer::sum));
        return persons.entrySet().stream()
                .map(entry -> new Column(entry.getKey().cell(), entry.getKey().before(), entry.getValue()));
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

    Sum columns(BitSet cells) {
        var found = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            var cell = columns.get(i).cell();
            if (cell != null && cells.get(cell)) {
                found.set(i);
            }
        }
        return Sum.of(found);
    }

    /** @param cells of the term before */
    Sum columnsOfBefore(BitSet cells) {
        var found = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            var cell = columns.get(i).before();
            if (cell != null && cells.get(cell)) {
                found.set(i);
            }
        }
        return Sum.of(found);
    }

    Deviations deviations() {
        return deviations;
    }

    int persons(BitSet cells) {
        return cells.stream().map(cell -> persons[cell]).sum();
    }

    int[] personsByColumn() {
        return columns.stream().mapToInt(Column::persons).toArray();
    }
}
