package dev.kapu.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private int rows;
    private int wrongRows;

    RowReader(Layout layout, Cells cells, Merges merges, FindingList findings, RowHandler handler, int total) {
        this.layout = layout;
        this.places = layout.places().values().stream()
                .sorted(Comparator.comparingInt(Layout.Place::index))
                .toList();
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
        var values = new HashMap<String, String>();
        var problems = new HashMap<String, Problem>();
        for (var place : places) {
            convert(number, place, raw.get(place.index()), values, problems);
        }
        if (values.isEmpty() && problems.isEmpty()) {
            return;
        }
        Addresses.check(values, problems);
        var found = new ArrayList<CellFinding>();
        for (var place : places) {
            var field = place.column().field();
            var problem = problems.get(field);
            if (problem == null && place.column().required() && !values.containsKey(field)) {
                problem = Problem.REQUIRED;
            }
            if (problem != null) {
                found.add(CellFinding.at(layout, number, place, values.getOrDefault(field, ""), problem));
            }
        }
        give(new Entry(layout, number, values), found);
    }

    private void convert(
            int row,
            Layout.Place place,
            @Nullable RawCell cell,
            Map<String, String> values,
            Map<String, Problem> problems) {
        var field = place.column().field();
        if (cell != null) {
            var converted = cells.convert(place.column(), cell);
            if (!converted.value().isEmpty()) {
                values.put(field, converted.value());
            }
            if (converted.problem() != null) {
                problems.put(field, Objects.requireNonNull(converted.problem()));
            }
        }
        if (merges.contains(row, place.index())) {
            problems.put(field, Problem.MERGED);
        }
    }

    private void give(Entry entry, List<CellFinding> found) {
        rows++;
        if (found.stream().anyMatch(CellFinding::isError)) {
            wrongRows++;
        }
        found.forEach(findings::add);
        handler.row(entry, found);
        handler.progress(rows, Math.max(total, rows));
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
