package dev.kapu.filing;

import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.CheckedRow;
import dev.kapu.workbook.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that is wrong with rows, said at once: what their cells say, and what the registry says of the rest. */
public final class RowChecks {
    private RowChecks() {}

    /** The part of a row of which the registry is asked, and what of its answer is about that part. */
    private record Asked(CheckedRow row, Entry part, Predicate<CellFinding> told) {}

    /**
     * Adds to the findings of each.
     *
     * @param registry asked once, about those that can be asked about
     */
    public static <E> void addAll(
            List<CheckedRow> rows,
            Filing<E> filing,
            Registrations rules,
            Function<List<E>, List<EntryOutcome>> registry) {
        var wrong = rows.stream().filter(row -> !row.isGood()).toList();
        var asked = new ArrayList<Asked>();
        for (var row : rows) {
            if (row.isGood()) {
                asked.add(new Asked(row, row.entry(), any -> true));
            } else {
                filing.askable(row).ifPresent(part -> asked.add(new Asked(row, part, row.rest()::judges)));
            }
        }
        var besides = filing.besides(wrong, rules);
        for (int i = 0; i < wrong.size(); i++) {
            wrong.get(i).findings().addAll(besides.get(i));
        }
        if (asked.isEmpty()) {
            return;
        }
        var outcomes = registry.apply(
                asked.stream().map(each -> filing.entry(each.part())).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            var each = asked.get(i);
            RegistrysFindings.of(each.part(), outcomes.get(i)).stream()
                    .filter(each.told())
                    .forEach(each.row().findings()::add);
        }
    }
}
