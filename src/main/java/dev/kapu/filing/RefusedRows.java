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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a file that were good one by one and are refused together, or by what happened since. Into the error file go
 * those, or all if nothing of the submission takes effect because of them. To be given the rows of the submission's file
 * once more: its entries are in the rows' order, so that few outcomes are held at a time.
 */
final class RefusedRows implements RowHandler {
    private static final int AT_ONCE = 1000;
    private static final Set<Outcome> REFUSED = EnumSet.of(Outcome.REFUSED, Outcome.ALREADY_REGISTERED);

    private final Submission submission;
    private final Filing.Asking gate;
    private final ImportOrder order;
    private final ErrorFile errors;
    private final ImportWatcher watcher;
    private final Deque<EntryOutcome> outcomes = new ArrayDeque<>();
    private int asked;

    RefusedRows(Submission submission, Filing.Asking gate, ImportOrder order, ErrorFile errors, ImportWatcher watcher) {
        this.submission = submission;
        this.gate = gate;
        this.order = order;
        this.errors = errors;
        this.watcher = watcher;
    }

    @Override
    public void row(Entry entry, List<CellFinding> findings) {
        var outcome = outcome(entry.row()).filter(one -> REFUSED.contains(one.getOutcome()));
        if (outcome.isPresent()) {
            var found = RegistrysFindings.of(entry, outcome.get());
            errors.add(entry, found);
            watcher.wrongRow(found);
        } else if (order.allOrNothing()) {
            errors.add(entry, List.of());
        }
    }

    /** @return empty for a row that was not submitted */
    private Optional<EntryOutcome> outcome(int row) {
        if (outcomes.isEmpty() && asked < submission.getEntryCount()) {
            ask();
        }
        var next = outcomes.peek();
        return next != null && next.getReference().equals(String.valueOf(row))
                ? Optional.of(outcomes.remove())
                : Optional.empty();
    }

    private void ask() {
        var body = new GetStatus();
        body.setSubmissionNumber(submission.getSubmissionNumber());
        body.setFromPosition(asked + 1);
        body.setLimit(AT_ONCE);
        outcomes.addAll(
                gate.ask("Submissions/getStatus", body, GetStatusResponse.class).getEntry());
        asked += AT_ONCE;
    }
}
