package dev.kapu.filing;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.State;
import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.ImportProperties;
import dev.kapu.workbook.KeptRows;
import dev.kapu.workbook.WorkbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.util.unit.DataSize;

/** Checks all rows of a file and hands them in, in a process of its own; the registry here finds everything good. */
final class ImportLargeFile {
    private ImportLargeFile() {}

    public static void main(String[] arguments) throws IOException {
        var order =
                new ImportOrder(arguments[1], new FormKind(Purpose.REGISTRATION, Role.STUDENT), true, Locale.ENGLISH);
        var limits = new ImportProperties(DataSize.ofMegabytes(32), 100_000, 1000, Duration.ofMinutes(5));
        var filing = new Counting();
        try (var errors = new ErrorFile(order.template(), order.language(), true);
                var good = new KeptRows(Files.createTempFile("good", ".rows"))) {
            var run = new ImportRun<>(
                    new Nobody(),
                    filing,
                    order,
                    good,
                    errors,
                    new Watching(),
                    person -> OptionalInt.empty(),
                    rows -> rows.stream().map(row -> List.<CellFinding>of()).toList());
            new WorkbookReader(limits).read(Path.of(arguments[0]), order.template(), run);
            run.end();
            run.submit();
            System.out.printf("good %d wrong %d handed in %d%n", run.goodRows(), run.wrongRows(), filing.handedIn);
        }
    }

    private static final class Nobody implements Filing.Asking {
        @Override
        public <T> T ask(String operation, Object body, Class<T> answer) {
            throw new AssertionError(operation);
        }
    }

    private static final class Watching implements ImportWatcher {
        @Override
        public void wrongRow(List<CellFinding> findings) {
            System.out.println(findings.get(0).reason());
        }

        @Override
        public void submitted(Submission submission) {}
    }

    private static final class Counting extends AgreeableFiling<RegistrationEntry> {
        private int handedIn;

        @Override
        public RegistrationEntry entry(Entry row) {
            return ContractRows.registration(row);
        }

        /** Reads them twice, as the gate and the step do. */
        @Override
        public Submission submit(
                Asking gate, String institution, Role role, boolean allOrNothing, List<RegistrationEntry> entries) {
            entries.forEach(entry -> handedIn++);
            entries.forEach(entry -> handedIn++);
            var submission = new Submission();
            submission.setSubmissionNumber("2026-00000001");
            submission.setState(State.RECEIVED);
            return submission;
        }
    }
}
