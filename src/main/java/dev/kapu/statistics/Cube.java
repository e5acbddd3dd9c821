package dev.kapu.statistics;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persons counted at a term. A cell is a group by all dimensions; its columns part it by the cell in which the same
 * persons were at the term before. Columns without a cell are those whom the term before counted as gone: they are here
 * only so that its numbers can be written as sums of columns.
 *
 * @param cells by their numbers
 */
record Cube(LocalDate term, List<Map<Dimension, String>> cells, List<Column> columns) {
    record Column(@Nullable Integer cell, @Nullable Integer before, int persons) {}

    BitSet cells(Filter filter) {
        var found = new BitSet();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (filter.fits(cells.get(cell))) {
                found.set(cell);
            }
        }
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
        return columns(cells).stream()
                .map(column -> columns.get(column).persons())
                .sum();
    }

    int[] personsByColumn() {
        return columns.stream().mapToInt(Column::persons).toArray();
    }
}
