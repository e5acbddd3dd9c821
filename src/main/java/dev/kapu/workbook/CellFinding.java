package dev.kapu.workbook;

import java.util.Locale;

/**
 * Something about a cell, a column or a row.
 *
 * @param row from 1; 0 if it is about no row
 * @param column its letters; empty if it is about no column
 * @param heading as it stands in the file; empty if it is about no column
 * @param field as in the contract; empty if it is about no field
 * @param value as the user sees it: for the one who uploaded the file, and for nobody else
 * @param count for a note, how often it applies; {@code row} is the first
 */
public record CellFinding(
        String sheet, int row, String column, String heading, String field, String value, Reason reason, int count) {
    /** What is longer is cut: a small file may repeat one long text in every cell. */
    private static final int SHOWN = 200;

    public CellFinding {
        sheet = shown(sheet);
        heading = shown(heading);
        value = shown(value);
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? CleanText.of(text.substring(0, SHOWN)) + "…" : text;
    }

    static CellFinding at(Layout layout, int row, Layout.Place place, String value, Reason reason) {
        return new CellFinding(
                layout.sheet(),
                row,
                place.letter(),
                place.heading(),
                place.column().field(),
                value,
                reason,
                1);
    }

    static CellFinding ofSheet(String sheet, Problem problem) {
        return new CellFinding(sheet, 0, "", "", "", "", problem, 1);
    }

    public boolean isError() {
        return reason.severity() == Severity.ERROR;
    }

    public String text(Locale language) {
        return reason.text(language);
    }

    public String remedy(Locale language) {
        return reason.remedy(language);
    }

    /** As in the file; of a column that is not there, as the template has it. */
    public String heading(Locale language) {
        return heading.isEmpty() && !field.isEmpty() ? FieldWords.of(field, language) : heading;
    }

    /** Whether the value was mended on reading, and not only something noticed. */
    public boolean isMended() {
        return reason == Problem.ZEROS_RESTORED || reason == Problem.DATE_RESTORED;
    }

    CellFinding times(int times) {
        return new CellFinding(sheet, row, column, heading, field, value, reason, times);
    }

    /** Hazard: must not show the value, or it would reach a log line. */
    @Override
    public String toString() {
        return "CellFinding[" + reason + " at " + column + row + "]";
    }
}
