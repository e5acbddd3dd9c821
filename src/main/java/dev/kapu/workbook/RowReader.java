package dev.kapu.workbook;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The second reading of a sheet: makes an entry of each filled row and gives it on. */
final class RowReader implements Source.Rows {
    private final Layout layout;
    private final List<Layout.Place> places;
    private final Cells cells;
    private final Merges merges;
    private final FindingList findings;
    private final RowHandler handler;
    private final int total;
    private int hiddenRow;
    private int rows;
    private int wrongRows;

    RowReader(Layout layout, Cells cells, Merges merges, FindingList findings, RowHandler handler, int total) {
        this.layout = layout;
        this.places = Filling.places(layout);
        this.cells = cells;
        this.merges = merges;
        this.findings = findings;
        this.handler = handler;
        this.total = total;
    }

    @Override
    public void row(int number, Map<Integer, RawCell> raw) {
        if (number <= layout.headingRow()) {
            return;
        }
        if (places.stream().allMatch(place -> isBlank(raw.get(place.index())))) {
            return;
        }
        var filling = new Filling(layout, number);
        for (var place : places) {
            var cell = raw.get(place.index());
            if (cell != null) {
                filling.put(place, cells.convert(place.column(), cell));
            }
            if (merges.contains(number, place.index())) {
                filling.problem(place, Problem.MERGED);
            }
        }
        if (number == hiddenRow) {
            findings.add(new CellFinding(layout.sheet(), number, "", "", "", "", Problem.ROW_HIDDEN, 1));
        }
        give(filling.checked());
    }

    private static boolean isBlank(@Nullable RawCell cell) {
        return cell == null || cell.isBlank();
    }

    private void give(CheckedRow row) {
        rows++;
        if (!row.isGood()) {
            wrongRows++;
        }
        row.findings().forEach(findings::add);
        handler.row(row.entry(), row.findings());
        handler.progress(rows, Math.max(total, rows));
    }

    @Override
    public void hidden(int number) {
        hiddenRow = number;
    }

    @Override
    public void merged(CellRangeAddress range) {}

    int rows() {
        return rows;
    }

    int wrongRows() {
        return wrongRows;
    }
}
