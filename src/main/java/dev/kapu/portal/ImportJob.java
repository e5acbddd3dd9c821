package dev.kapu.portal;

import dev.kapu.contract.submission.State;
import dev.kapu.contract.submission.Submission;
import dev.kapu.fault.FaultException;
import dev.kapu.filing.ImportWatcher;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.ImportSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an import is, and what came of it. One thread works, others look. */
final class ImportJob implements ImportWatcher {
    /** Findings on the page; the error file has all. */
    static final int SHOWN = 200;

    private final ImportForm form;
    private final Instant since;
    private final List<CellFinding> findings = new ArrayList<>();
    private List<CellFinding> notes = List.of();
    private int read;
    private int total;
    private double handedIn;
    private int wrongRows;
    private int errors;
    private boolean done;
    private @Nullable String submission;
    private boolean refused;
    private int refusedRows;
    private @Nullable FaultException fault;
    private @Nullable Path errorFile;

    ImportJob(ImportForm form, Instant since) {
        this.form = form;
        this.since = since;
    }

    /** As a page shows it; a list is never longer than {@link #SHOWN}. */
    record View(
            boolean done,
            int read,
            int total,
            double handedIn,
            int wrongRows,
            int errors,
            List<CellFinding> findings,
            List<CellFinding> notes,
            boolean allOrNothing,
            boolean hasErrorFile,
            @Nullable String submission,
            boolean refused,
            int refusedRows,
            @Nullable FaultException fault) {
        public List<CellFinding> mended() {
            return notes.stream().filter(CellFinding::isMended).toList();
        }

        public List<CellFinding> noticed() {
            return notes.stream().filter(note -> !note.isMended()).toList();
        }

        /** Handing in takes about as long as reading. */
        public int percent() {
            return total == 0 ? 0 : (int) (50.0 * read / total + 50 * handedIn);
        }

        public boolean handsIn() {
            return handedIn > 0;
        }
    }

    synchronized View view() {
        return new View(
                done,
                read,
                total,
                handedIn,
                wrongRows,
                errors,
                List.copyOf(findings),
                notes,
                form.order().allOrNothing(),
                errorFile != null,
                submission,
                refused,
                refusedRows,
                fault);
    }

    ImportForm form() {
        return form;
    }

    Instant since() {
        return since;
    }

    synchronized @Nullable Path errorFile() {
        return errorFile;
    }

    @Override
    public synchronized void progress(int rows, int of) {
        read = rows;
        total = of;
    }

    @Override
    public synchronized void handedIn(double share) {
        handedIn = share;
    }

    @Override
    public synchronized void wrongRow(List<CellFinding> found) {
        wrongRows++;
        add(found.stream().filter(CellFinding::isError).toList());
    }

    /** What is wrong with the file as a whole stands nowhere else. */
    @Override
    public synchronized void summary(ImportSummary summary) {
        notes = summary.notes().stream().limit(SHOWN).toList();
        if (summary.rows() == 0) {
            add(summary.findings().stream().filter(CellFinding::isError).toList());
        }
    }

    private void add(List<CellFinding> found) {
        errors += found.size();
        found.stream().limit(SHOWN - findings.size()).forEach(findings::add);
    }

    @Override
    public synchronized void errorsIn(Path file) {
        errorFile = file;
    }

    /** Rows of it may be refused only now, as when two are the same person. */
    @Override
    public synchronized void submitted(Submission received) {
        submission = received.getSubmissionNumber();
        refused = received.getState() == State.REFUSED;
        refusedRows = received.getRefusedCount();
    }

    synchronized void failed(FaultException why) {
        fault = why;
    }

    synchronized void end() {
        done = true;
    }

    synchronized boolean isDone() {
        return done;
    }
}
