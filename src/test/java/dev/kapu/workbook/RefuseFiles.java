package dev.kapu.workbook;

import dev.kapu.fault.FaultException;
import java.nio.file.Path;
import java.util.List;

/** Says of each file what comes of it and within which time, in a process of its own. */
final class RefuseFiles {
    private RefuseFiles() {}

    public static void main(String[] files) {
        for (var file : files) {
            long start = System.nanoTime();
            var said = read(Path.of(file));
            System.out.printf("%s: %s%n", said, (System.nanoTime() - start) / 1_000_000_000L < 60 ? "soon" : "late");
        }
    }

    private static String read(Path file) {
        try {
            var summary = new WorkbookReader(Import.LIMITS).read(file, Book.TEMPLATE, new RowHandler() {
                @Override
                public void row(Entry entry, List<CellFinding> findings) {}
            });
            return summary.rows() + " rows, " + summary.wrongRows() + " wrong";
        } catch (FaultException no) {
            return no.fault().name();
        }
    }
}
