package dev.kapu.filing;

import dev.kapu.contract.submission.Submission;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.doubles.Repetitions;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.CheckedRow;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.KeptRows;
import dev.kapu.workbook.Problem;
import dev.kapu.workbook.Reason;
import dev.kapu.workbook.RowHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of one file: each checked by itself and by the registry, the good ones kept on the disk to be submitted. Into
 * the error file go the wrong ones; all, if nothing is submitted because of them: there they are corrected and sent again.
 */
final class ImportRun<E> implements RowHandler {
    /** Good rows that the registry is asked about at once. */
    private static final int CHUNK = 500;

    /** Rows that wait for that, in their order, however few of them are good. */
    private static final int WAITING = 5000;

    private final Filing.Asking gate;
    private final Filing<E> filing;
    private final ImportOrder order;
    private final ErrorFile errors;
    private final ImportWatcher watcher;
    private final List<CheckedRow> waiting = new ArrayList<>(CHUNK);
    private final KeptRows good;
    private final Function<List<CheckedRow>, List<List<CellFinding>>> besides;
    private Repetitions before;
    private int[] compared = new int[1024];
    private int persons;
    private int goodWaiting;
    private int wrong;

    /**
     * @param good empty; the good rows go there
     * @param before empty: the registry's own way to tell that two rows are the same person beyond doubt
     * @param besides see {@link Filing#besides}
     */
    ImportRun(
            Filing.Asking gate,
            Filing<E> filing,
            ImportOrder order,
            KeptRows good,
            ErrorFile errors,
            ImportWatcher watcher,
            Repetitions before,
            Function<List<CheckedRow>, List<List<CellFinding>>> besides) {
        this.good = good;
        this.before = before;
        this.besides = besides;
        this.gate = gate;
        this.filing = filing;
        this.order = order;
        this.errors = errors;
        this.watcher = watcher;
    }

    @Override
    public void row(Entry entry, List<CellFinding> findings) {
        var row = new CheckedRow(entry, new ArrayList<>(findings));
        if (row.isGood()) {
            row.findings().addAll(strange(entry));
        }
        if (row.isGood()) {
            filing.person(entry)
                    .flatMap(person -> earlier(person, entry.row()))
                    .ifPresent(first -> row.findings().add(entry.located("", new Reason.SamePerson(first))));
        }
        waiting.add(row);
        goodWaiting += row.isGood() ? 1 : 0;
        if (goodWaiting == CHUNK || waiting.size() == WAITING) {
            check();
        }
    }

    private Optional<Integer> earlier(NewPerson person, int row) {
        var first = before.add(person);
        compared = persons < compared.length ? compared : Arrays.copyOf(compared, persons * 2);
        compared[persons++] = row;
        return first.isPresent() ? Optional.of(compared[first.getAsInt()]) : Optional.empty();
    }

    /** Rows about an institution that is not represented; a submission that had one would be refused whole. */
    private List<CellFinding> strange(Entry entry) {
        var reports = entry.value("affiliation.institutionCode");
        var takesOver = entry.value("handOver.toInstitutionCode");
        if (reports != null && !reports.equals(order.institution())) {
            return List.of(entry.located("affiliation.institutionCode", Problem.OTHER_INSTITUTION));
        }
        if (takesOver != null && !gate.represents(takesOver)) {
            return List.of(entry.located(new Finding("handOver.toInstitutionCode", Fault.REPRESENTATION_REFUSED)));
        }
        return List.of();
    }

    @Override
    public void progress(int read, int total) {
        watcher.progress(read, total);
    }

    /** To be called when all rows were given out; what was kept to compare them goes. */
    void end() {
        check();
        before = person -> {
            throw new IllegalStateException("a row came after the end");
        };
    }

    private void check() {
        var wrongRows = waiting.stream().filter(row -> !row.isGood()).toList();
        var found = besides.apply(wrongRows);
        for (int i = 0; i < wrongRows.size(); i++) {
            wrongRows.get(i).findings().addAll(found.get(i));
        }
        var rows = waiting.stream().filter(CheckedRow::isGood).toList();
        var entries = rows.stream().map(row -> filing.entry(row.entry())).toList();
        if (!entries.isEmpty()) {
            var outcomes =
                    filing.validate(gate, order.institution(), order.kind().role(), order.allOrNothing(), entries);
            for (int i = 0; i < rows.size(); i++) {
                var said = RegistrysFindings.of(rows.get(i).entry(), outcomes.get(i));
                rows.get(i).findings().addAll(said);
                if (said.isEmpty()) {
                    good.add(rows.get(i).entry());
                }
            }
        }
        waiting.forEach(this::keep);
        waiting.clear();
        goodWaiting = 0;
    }

    private void keep(CheckedRow row) {
        if (order.allOrNothing() || !row.isGood()) {
            errors.add(row.entry(), row.findings());
        }
        if (!row.isGood()) {
            wrong++;
            watcher.wrongRow(row.findings());
        }
    }

    int wrongRows() {
        return wrong;
    }

    int goodRows() {
        return good.size();
    }

    Submission submit() {
        var entries = new KeptEntries<>(good, filing::entry, watcher::handedIn);
        var submission = filing.submit(gate, order.institution(), order.kind().role(), order.allOrNothing(), entries);
        watcher.submitted(submission);
        return submission;
    }
}
