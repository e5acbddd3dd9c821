package dev.kapu.workbook;

import java.util.List;

/** A row and what its cells say about themselves; whether the registry agrees is another question. */
public record CheckedRow(Entry entry, List<CellFinding> findings) {
    public boolean isGood() {
        return findings.stream().noneMatch(CellFinding::isError);
    }

    public Rest rest() {
        return new Rest(this);
    }
}
