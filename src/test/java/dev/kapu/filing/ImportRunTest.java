package dev.kapu.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.State;
import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.KeptRows;
import dev.kapu.workbook.TypedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an import asks, and what it makes of the answers; the registry here is one that counts and then refuses. */
class ImportRunTest {
    private static final ImportOrder ORDER =
            new ImportOrder("040003", new FormKind(Purpose.AMENDMENT, Role.STUDENT), true, Locale.ENGLISH);
    private static final Filing.Asking NOBODY = new Filing.Asking() {
        @Override
        public <T> T ask(String operation, Object body, Class<T> answer) {
            throw new AssertionError(operation);
        }
    };

    private static final TypedRows ROWS = new TypedRows(ORDER.template(), Locale.ENGLISH);

    @TempDir
    Path folder;

    private final List<Integer> asked = new ArrayList<>();
    private final List<Submission> submitted = new ArrayList<>();
    private int wrongRows;
    private final ImportWatcher watcher = new ImportWatcher() {
        @Override
        public void wrongRow(List<CellFinding> findings) {
            wrongRows++;
        }

        @Override
        public void submitted(Submission submission) {
            submitted.add(submission);
        }
    };

    @Test
    void the_registry_is_asked_about_five_hundred_good_rows_at_once_however_many_wrong_ones_stand_between()
            throws IOException {
        try (var errors = new ErrorFile(ORDER.template(), ORDER.language(), ORDER.allOrNothing());
                var good = new KeptRows(folder.resolve("good.rows"))) {
            var run = run(good, errors);

            for (int row = 1; row <= 2400; row++) {
                give(run, row, row % 2 == 0 ? "move" : "whim");
            }
            run.end();

            assertThat(asked).containsExactly(500, 500, 200);
            assertThat(run.goodRows()).isEqualTo(1200);
            assertThat(wrongRows).isEqualTo(1200);
        }
    }

    @Test
    void what_the_registry_refused_after_all_is_known_as_refused() throws IOException {
        try (var errors = new ErrorFile(ORDER.template(), ORDER.language(), ORDER.allOrNothing());
                var good = new KeptRows(folder.resolve("good.rows"))) {
            var run = run(good, errors);
            give(run, 1, "move");
            run.end();

            run.submit();

            assertThat(submitted)
                    .extracting(Submission::getState, Submission::getRefusedCount)
                    .containsExactly(tuple(State.REFUSED, 1));
        }
    }

    private ImportRun<Integer> run(KeptRows good, ErrorFile errors) {
        return new ImportRun<>(
                NOBODY,
                new Refusing(),
                ORDER,
                good,
                errors,
                watcher,
                person -> OptionalInt.empty(),
                rows -> rows.stream().map(row -> List.<CellFinding>of()).toList());
    }

    private static void give(ImportRun<?> run, int row, String reason) {
        var typed = Map.of("educationId", "70000000016", "reason", reason, "changedOn", "2026-09-01");
        var checked = ROWS.check(row, typed);
        run.row(checked.entry(), checked.findings());
    }

    private final class Refusing extends AgreeableFiling<Integer> {
        @Override
        public Integer entry(Entry row) {
            return row.row();
        }

        @Override
        public List<EntryOutcome> validate(
                Asking gate, String institution, Role role, boolean allOrNothing, List<Integer> entries) {
            asked.add(entries.size());
            return super.validate(gate, institution, role, allOrNothing, entries);
        }

        @Override
        public Submission submit(
                Asking gate, String institution, Role role, boolean allOrNothing, List<Integer> entries) {
            var refused = new Submission();
            refused.setSubmissionNumber("2026-00000001");
            refused.setState(State.REFUSED);
            refused.setRefusedCount(entries.size());
            return refused;
        }
    }
}
