package dev.kapu.workbook;

import dev.kapu.registry.Finding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filled row. Where it has no error, every value is as the contract wants it: dates as 2026-09-01, words of lists as
 * in the schema, codes with their zeros. Where a cell is wrong, its value is as the user wrote it.
 */
public final class Entry {
    private final Layout layout;
    private final int row;
    private final Map<String, String> values;

    Entry(Layout layout, int row, Map<String, String> values) {
        this.layout = layout;
        this.row = row;
        this.values = Map.copyOf(values);
    }

    Layout layout() {
        return layout;
    }

    Template template() {
        return layout.template();
    }

    Entry with(Map<String, String> others) {
        return new Entry(layout, row, others);
    }

    public String sheet() {
        return layout.sheet();
    }

    /** As the spreadsheet counts, from 1. */
    public int row() {
        return row;
    }

    /** @return null for a cell that is empty */
    public @Nullable String value(String field) {
        return values.get(field);
    }

    /** Empty cells are left out. */
    public Map<String, String> values() {
        return values;
    }

    /** What the registry found wrong, at the cell that it speaks of. */
    public CellFinding located(Finding finding) {
        var field = finding.field().equals("taj") ? "socialSecurityNumber" : finding.field();
        return located(field, new Reason.Refused(finding.fault()));
    }

    public CellFinding located(String field, Reason reason) {
        return layout.place(field)
                .map(place -> CellFinding.at(
                        layout, row, place, values.getOrDefault(place.column().field(), ""), reason))
                .orElseGet(() -> new CellFinding(layout.sheet(), row, "", "", field, "", reason, 1));
    }

    /** Hazard: must not show the values, or they would reach a log line. */
    @Override
    public String toString() {
        return "Entry[row " + row + "]";
    }
}
