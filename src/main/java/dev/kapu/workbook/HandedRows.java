package dev.kapu.workbook;

import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Keeps what the receiver of rows throws apart from what reading the file throws: only the latter says that it is broken. */
final class HandedRows implements Source.Rows {
    private final Source.Rows rows;
    private @Nullable RuntimeException thrown;

    HandedRows(Source.Rows rows) {
        this.rows = rows;
    }

    void rethrow() {
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public void row(int number, Map<Integer, RawCell> cells) {
        hand(() -> rows.row(number, cells));
    }

    @Override
    public void hidden(int number) {
        hand(() -> rows.hidden(number));
    }

    @Override
    public void merged(CellRangeAddress range) {
        hand(() -> rows.merged(range));
    }

    private void hand(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            thrown = failure;
            throw failure;
        }
    }
}
