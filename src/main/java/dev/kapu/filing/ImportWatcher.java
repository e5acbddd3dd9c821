package dev.kapu.filing;

import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.ImportSummary;
import java.nio.file.Path;
import java.util.List;

/** Is told how an import goes. */
public interface ImportWatcher {
    default void progress(int read, int total) {}

    /**
     * The checked rows are being handed in.
     *
     * @param share of that work, from 0 to 1
     */
    default void handedIn(double share) {}

    /** When the whole file was read; the registry may still be asked about its last rows. */
    default void summary(ImportSummary summary) {}

    void wrongRow(List<CellFinding> findings);

    /** @param errors to be deleted by the watcher */
    default void errorsIn(Path errors) {
        ImportFolder.delete(errors);
    }

    void submitted(Submission submission);
}
