package dev.kapu.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors one by one up to a limit; of the notes the first of each kind and column, with how many there are. */
final class FindingList {
    private final int limit;
    private final List<CellFinding> errors = new ArrayList<>();
    private final Map<List<Object>, CellFinding> notes = new LinkedHashMap<>();
    private int errorCount;

    FindingList(int limit) {
        this.limit = limit;
    }

    void add(CellFinding finding) {
        if (!finding.isError()) {
            notes.merge(
                    List.of(finding.reason(), finding.sheet(), finding.field(), finding.column()),
                    finding,
                    (known, another) -> known.times(known.count() + 1));
        } else if (errorCount++ < limit) {
            errors.add(finding);
        }
    }

    int errorCount() {
        return errorCount;
    }

    List<CellFinding> all() {
        var all = new ArrayList<>(errors);
        all.addAll(notes.values());
        return List.copyOf(all);
    }
}
