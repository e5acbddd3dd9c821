package dev.kapu.workbook;

import java.util.List;

/** Takes the rows of a file as they are read. By then the whole file has been looked through once: it is whole. */
public interface RowHandler {
    /** @param findings of this row; the row is good if none of them is an error */
    void row(Entry entry, List<CellFinding> findings);

    /** How far the reading is, after each row. */
    default void progress(int read, int total) {}
}
