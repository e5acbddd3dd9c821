package dev.kapu.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** An opened file, read from its beginning to its end as often as asked, and never held in memory as a whole. */
interface Source extends Closeable {
    /** Columns beyond are not looked at. */
    int COLUMNS = 256;

    int LAST_ROW = 1_048_576;

    List<Sheet> sheets();

    /** Whether days are counted from 1904, as old Macs did, and not from 1900. */
    boolean since1904();

    void read(Sheet sheet, Rows rows) throws IOException;

    /** @param place where the file has it */
    record Sheet(String name, boolean hidden, String place) {}

    /** What is found, in the order of the file; a row's number only grows. */
    interface Rows {
        /** @param cells by their column, from 0; valid during the call only */
        void row(int number, Map<Integer, RawCell> cells);

        /** Said before the row itself. */
        default void hidden(int number) {}

        void merged(CellRangeAddress range);
    }
}
