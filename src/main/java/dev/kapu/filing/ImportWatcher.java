package dev.kapu.filing;

import dev.kapu.contract.submission.Submission;
import dev.kapu.workbook.CellFinding;
import java.util.List;

/** Is told how an import goes. */
public interface ImportWatcher {
    default void progress(int read, int total) {}

    void wrongRow(List<CellFinding> findings);

    void submitted(Submission submission);
}
