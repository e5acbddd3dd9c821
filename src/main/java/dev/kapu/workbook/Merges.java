package dev.kapu.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** Which cells of the read columns are merged with others: only one of them keeps what was written. */
final class Merges {
    private final Map<Integer, BitSet> rows = new HashMap<>();

    Merges(Layout layout, List<CellRangeAddress> ranges) {
        layout.places().values().forEach(place -> {
            var merged = new BitSet();
            ranges.stream()
                    .filter(range -> range.isInRange(range.getFirstRow(), place.index()))
                    .forEach(range -> merged.set(range.getFirstRow() + 1, range.getLastRow() + 2));
            rows.put(place.index(), merged);
        });
    }

    /** @param row from 1 */
    boolean contains(int row, int column) {
        return rows.getOrDefault(column, new BitSet()).get(row);
    }
}
