package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Opens a file by what it is, whatever its name says. */
final class Sources {
    private static final String ZIP = "504b0304";
    private static final String OLE2 = "d0cf11e0a1b11ae1";

    private Sources() {}

    /** @throws FaultException if the file is no workbook, or one that is not opened */
    static Source open(Path file, ImportProperties limits) throws IOException {
        if (Files.size(file) > limits.maxSize().toBytes()) {
            throw Refusal.tooLarge("kapu.import.max-size");
        }
        var deadline = new Deadline(limits.maxTime());
        var magic = magic(file);
        if (magic.startsWith(ZIP)) {
            return new XlsxSource(file, deadline, limits.maxRows());
        }
        if (magic.startsWith(OLE2)) {
            return new XlsSource(file, deadline);
        }
        throw new FaultException(Fault.WORKBOOK_KIND);
    }

    private static String magic(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(in.readNBytes(OLE2.length() / 2));
        }
    }
}
