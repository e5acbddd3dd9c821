package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** One reading of a file, with all that it gave out. */
final class Import implements RowHandler {
    static final ImportProperties LIMITS =
            new ImportProperties(DataSize.ofMegabytes(32), 100_000, 1000, Duration.ofMinutes(5));

    final List<Entry> good = new ArrayList<>();
    final List<Entry> wrong = new ArrayList<>();
    final List<List<CellFinding>> findings = new ArrayList<>();
    final List<String> progress = new ArrayList<>();

    ImportSummary summary = new ImportSummary("", 0, 0, 0, List.of());

    static ImportProperties limits(int rows, int findings) {
        return new ImportProperties(DataSize.ofMegabytes(1), rows, findings, LIMITS.maxTime());
    }

    /** Why the file is refused; not a row of it has been given out. */
    static Fault refusal(Path file, ImportProperties limits) {
        var rows = new Import();
        try {
            new WorkbookReader(limits).read(file, Book.TEMPLATE, rows);
        } catch (FaultException refused) {
            assertThat(rows.findings).as("rows given out").isEmpty();
            return refused.fault();
        }
        throw new AssertionError("not refused");
    }

    static Import of(Path file) {
        return of(file, Book.TEMPLATE, LIMITS);
    }

    static Import of(Path file, Template template, ImportProperties limits) {
        var made = new Import();
        made.summary = new WorkbookReader(limits).read(file, template, made);
        return made;
    }

    @Override
    public void row(Entry entry, List<CellFinding> found) {
        (found.stream().anyMatch(CellFinding::isError) ? wrong : good).add(entry);
        findings.add(found);
    }

    @Override
    public void progress(int read, int total) {
        progress.add(read + "/" + total);
    }

    /** The value of a field in the first good row; or what is wrong there. */
    String value(String field) {
        return good.isEmpty()
                ? "wrong: " + reasons()
                : String.valueOf(good.get(0).value(field));
    }

    List<Reason> reasons() {
        return summary.findings().stream()
                .map(CellFinding::reason)
                .filter(reason -> reason.severity() == Severity.ERROR)
                .toList();
    }

    List<Reason> notes() {
        return summary.notes().stream().map(CellFinding::reason).toList();
    }
}
