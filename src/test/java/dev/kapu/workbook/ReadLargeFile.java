package dev.kapu.workbook;

import java.nio.file.Path;
import java.util.List;

/** Reads a file in a process of its own and says how fast, and in how much memory. */
final class ReadLargeFile {
    private ReadLargeFile() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        var summary = new WorkbookReader(Import.LIMITS).read(Path.of(arguments[0]), Book.TEMPLATE, new RowHandler() {
            @Override
            public void row(Entry entry, List<CellFinding> findings) {
                if (findings.isEmpty()) {
                    assert !entry.values().isEmpty();
                }
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "rows %d wrong %d errors %d, %.0f a second, of at most %d MB%n",
                summary.rows(),
                summary.wrongRows(),
                summary.errors(),
                summary.rows() / seconds,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
