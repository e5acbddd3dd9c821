package dev.kapu.filing;

import dev.kapu.registry.registration.Registrations;
import dev.kapu.workbook.ErrorFile;
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

    Importer(WorkbookReader reader, ImportFolder folder, Registrations registrations) {
        this.reader = reader;
        this.folder = folder;
        this.registrations = registrations;
    }

    /** @throws dev.kapu.fault.FaultException if the file is refused, or the gate refuses to be asked */
    public void run(Path file, ImportOrder order, Filing.Asking gate, ImportWatcher watcher) throws IOException {
        run(file, order, order.kind().filing(), gate, watcher);
    }

    private <E> void run(Path file, ImportOrder order, Filing<E> filing, Filing.Asking gate, ImportWatcher watcher)
            throws IOException {
        try (var errors = new ErrorFile(order.template(), order.language())) {
            var run = new ImportRun<>(gate, filing, order, errors, watcher, registrations.repetitions());
            watcher.summary(reader.read(file, order.template(), run));
            run.check();
            if (run.wrongRows() > 0) {
                watcher.errorsIn(written(errors));
            }
            boolean wanted = !order.allOrNothing() || run.wrongRows() == 0;
            if (wanted && run.goodRows() > 0) {
                run.submit();
            }
        }
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
