package dev.kapu.filing;

import dev.kapu.registry.registration.ForeseenNewcomers;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.workbook.ErrorFile;
import dev.kapu.workbook.KeptRows;
import dev.kapu.workbook.WorkbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Reads a file, asks the registry about its rows and submits them, all or the good ones (K17, W3). */
@Component
public class Importer {
    private final WorkbookReader reader;
    private final ImportFolder folder;
    private final Registrations registrations;
    private final ForeseenNewcomers newcomers;

    Importer(WorkbookReader reader, ImportFolder folder, Registrations registrations, ForeseenNewcomers newcomers) {
        this.reader = reader;
        this.folder = folder;
        this.registrations = registrations;
        this.newcomers = newcomers;
    }

    /** @throws dev.kapu.fault.FaultException if the file is refused, or the gate refuses to be asked */
    public void run(Path file, ImportOrder order, Filing.Asking gate, ImportWatcher watcher) throws IOException {
        run(file, order, order.kind().filing(), gate, watcher);
    }

    private <E> void run(Path file, ImportOrder order, Filing<E> filing, Filing.Asking gate, ImportWatcher watcher)
            throws IOException {
        try (var errors = errors(order);
                var good = new KeptRows(folder.newFile(".rows"))) {
            var run = new ImportRun<>(
                    gate,
                    filing,
                    order,
                    good,
                    errors,
                    watcher,
                    newcomers.repetitions(),
                    rows -> filing.besides(rows, registrations));
            watcher.summary(reader.read(file, order.template(), run));
            run.end();
            boolean wanted = !order.allOrNothing() || run.wrongRows() == 0;
            if (!wanted || run.goodRows() == 0) {
                tell(run.wrongRows() > 0, errors, watcher);
            } else if (order.allOrNothing()) {
                // What the run wrote has every row, and none is marked.
                try (var marked = errors(order)) {
                    submit(run, file, order, gate, marked, watcher);
                }
            } else {
                submit(run, file, order, gate, errors, watcher);
            }
        }
    }

    /** @param errors hold the rows that were wrong before */
    private void submit(
            ImportRun<?> run, Path file, ImportOrder order, Filing.Asking gate, ErrorFile errors, ImportWatcher watcher)
            throws IOException {
        boolean wrong = run.wrongRows() > 0;
        try {
            var submission = run.submit();
            if (submission.getRefusedCount() > 0) {
                reader.read(file, order.template(), new RefusedRows(submission, gate, order, errors, watcher));
                wrong = true;
            }
        } finally {
            tell(wrong, errors, watcher);
        }
    }

    private void tell(boolean wrong, ErrorFile errors, ImportWatcher watcher) throws IOException {
        if (wrong) {
            watcher.errorsIn(written(errors));
        }
    }

    private static ErrorFile errors(ImportOrder order) {
        return new ErrorFile(order.template(), order.language(), order.allOrNothing());
    }

    private Path written(ErrorFile errors) throws IOException {
        var file = folder.newFile(".xlsx");
        try (var out = Files.newOutputStream(file)) {
            errors.write(out);
            return file;
        } catch (IOException | RuntimeException broken) {
            ImportFolder.delete(file);
            throw broken;
        }
    }
}
