package dev.kapu.workbook;

import java.util.List;

/**
 * What a file held.
 *
 * @param rows that were given out; none if a column is missing
 * @param wrongRows of them
 * @param errors how many there are; the list may be shorter
 * @param findings the errors up to the limit, then the notes, one for each kind and column
 */
public record ImportSummary(String sheet, int rows, int wrongRows, int errors, List<CellFinding> findings) {
    public boolean isGood() {
        return errors == 0;
    }

    public List<CellFinding> notes() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }
}
