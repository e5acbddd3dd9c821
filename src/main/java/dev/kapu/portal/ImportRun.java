package dev.kapu.portal;

import dev.kapu.contract.submission.State;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.RowHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one file: each checked by itself and by the registry, the good ones kept to be submitted. Into the error
 * file go the wrong ones; all, if nothing is submitted because of them: there they are corrected and sent again.
 */
final class ImportRun<E> implements RowHandler {
    /** Good rows that the registry is asked about at once. */
    private static final int CHUNK = 500;

    /** Rows that wait for that, in their order, however few of them are good. */
    private static final int WAITING = 5000;

    private final Filing.Asking gate;
    private final Filing<E> filing;
    private final ImportForm form;
    private final ErrorFile errors;
    private final ImportJob job;
    private final List<Row> waiting = new ArrayList<>(CHUNK);
    private final List<E> good = new ArrayList<>();
    private int goodWaiting;

    ImportRun(Filing.Asking gate, Filing<E> filing, ImportForm form, ErrorFile errors, ImportJob job) {
        this.gate = gate;
        this.filing = filing;
        this.form = form;
        this.errors = errors;
        this.job = job;
    }

    private record Row(Entry entry, List<CellFinding> findings) {
        boolean isGood() {
            return findings.stream().noneMatch(CellFinding::isError);
        }
    }

    @Override
    public void row(Entry entry, List<CellFinding> findings) {
        var row = new Row(entry, new ArrayList<>(findings));
        var institution = entry.value("affiliation.institutionCode");
        if (institution != null && !institution.equals(form.who().getName()) && row.isGood()) {
            row.findings().add(entry.located(new Finding("affiliation.institutionCode", Fault.REPRESENTATION_REFUSED)));
        }
        waiting.add(row);
        goodWaiting += row.isGood() ? 1 : 0;
        if (goodWaiting == CHUNK || waiting.size() == WAITING) {
            check();
        }
    }

    @Override
    public void progress(int read, int total) {
        job.progress(read, total);
    }

    /** To be called when all rows were given out. */
    void check() {
        var rows = waiting.stream().filter(Row::isGood).toList();
        var entries = rows.stream().map(row -> filing.entry(row.entry())).toList();
        if (!entries.isEmpty()) {
            var outcomes =
                    filing.validate(gate, form.who().getName(), form.kind().role(), entries);
            for (int i = 0; i < rows.size(); i++) {
                var found = RegistrysFindings.of(rows.get(i).entry(), outcomes.get(i));
                rows.get(i).findings().addAll(found);
                if (found.isEmpty()) {
                    good.add(entries.get(i));
                }
            }
        }
        waiting.forEach(this::keep);
        waiting.clear();
        goodWaiting = 0;
    }

    private void keep(Row row) {
        if (form.allOrNothing() || !row.isGood()) {
            errors.add(row.entry(), row.findings());
        }
        if (!row.isGood()) {
            job.wrongRow(row.findings());
        }
    }

    int goodRows() {
        return good.size();
    }

    void submit() {
        var submission = filing.submit(gate, form.who().getName(), form.kind().role(), form.allOrNothing(), good);
        job.submitted(
                submission.getSubmissionNumber(), submission.getState() == State.REFUSED, submission.getRefusedCount());
    }
}
