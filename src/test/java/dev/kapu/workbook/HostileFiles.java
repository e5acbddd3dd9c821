package dev.kapu.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are no honest workbook, for other packages. */
public final class HostileFiles {
    private HostileFiles() {}

    /** A few kilobytes that become two million empty rows. */
    public static byte[] bomb(Path folder) throws IOException {
        var rows = "<row></row>".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        var bomb = new Zip().sheet(out -> {
            out.write("<sheetData>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 20; i++) {
                out.write(rows);
            }
        });
        return Files.readAllBytes(bomb.in(folder));
    }
}
