package dev.kapu.filing;

import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Outcome;
import dev.kapu.contract.submission.Submission;
import dev.kapu.contract.submissions.GetStatus;
import dev.kapu.contract.submissions.GetStatusResponse;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.RowHandler;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a file that were good one by one and are refused together, or by what happened since. Into the error file go
 * those, or all if nothing of the submission takes effect because of them.
 */
final class RefusedRows implements RowHandler {
    private static final int AT_ONCE = 1000;
    private static final Set<Outcome> REFUSED = EnumSet.of(Outcome.REFUSED, Outcome.ALREADY_REGISTERED);

    private final Map<String, EntryOutcome> outcomes;
    private final ImportOrder order;
    private final ErrorFile errors;
    private final ImportWatcher watcher;

    private RefusedRows(
            Map<String, EntryOutcome> outcomes, ImportOrder order, ErrorFile errors, ImportWatcher watcher) {
        this.outcomes = outcomes;
        this.order = order;
        this.errors = errors;
        this.watcher = watcher;
    }

    /** To be given the rows of the submission's file once more. */
    static RefusedRows of(
            Submission submission, Filing.Asking gate, ImportOrder order, ErrorFile errors, ImportWatcher watcher) {
        var refused = new HashMap<String, EntryOutcome>();
        for (int from = 1; from <= submission.getEntryCount(); from += AT_ONCE) {
            var body = new GetStatus();
            body.setSubmissionNumber(submission.getSubmissionNumber());
            body.setFromPosition(from);
            body.setLimit(AT_ONCE);
            gate.ask("Submissions/getStatus", body, GetStatusResponse.class).getEntry().stream()
                    .filter(entry -> REFUSED.contains(entry.getOutcome()))
                    .forEach(entry -> refused.put(entry.getReference(), entry));
        }
        return new RefusedRows(refused, order, errors, watcher);
    }

    @Override
    public void row(Entry entry, List<CellFinding> findings) {
        var outcome = outcomes.get(String.valueOf(entry.row()));
        if (outcome != null) {
            var found = RegistrysFindings.of(entry, outcome);
            errors.add(entry, found);
            watcher.wrongRow(found);
        } else if (order.allOrNothing()) {
            errors.add(entry, List.of());
        }
    }
}
