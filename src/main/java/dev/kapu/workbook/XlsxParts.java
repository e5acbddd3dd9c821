package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of an .xlsx, a zip, each read within limits. What an entry says of its size is not believed: what comes out
 * is counted.
 */
final class XlsxParts implements Closeable {
    private static final int ENTRIES = 2000;
    private static final long INFLATED = 400L << 20;

    /** Real sheets reach a ratio of 30; a bomb has 1000. Small parts may be anything. */
    private static final int RATIO = 100;

    private static final long RATIO_FROM = 8L << 20;

    private final ZipFile zip;

    XlsxParts(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        try {
            checkEntries();
        } catch (FaultException refused) {
            zip.close();
            throw refused;
        }
    }

    private void checkEntries() {
        if (zip.size() > ENTRIES) {
            throw Refusal.tooLarge("zip entries");
        }
        if (has("EncryptedPackage")) {
            throw new FaultException(Fault.WORKBOOK_ENCRYPTED);
        }
        if (!has("[Content_Types].xml") || !has("_rels/.rels") || has("xl/workbook.bin")) {
            throw new FaultException(Fault.WORKBOOK_KIND);
        }
        if (zip.stream().anyMatch(XlsxParts::isMacro)) {
            throw new FaultException(Fault.WORKBOOK_MACROS);
        }
    }

    private static boolean isMacro(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin") || name.contains("/macrosheets/");
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** @throws FaultException while reading, if more comes out than is allowed */
    InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw Refusal.broken();
        }
        long allowed = Math.min(INFLATED, Math.max(RATIO_FROM, Math.max(entry.getCompressedSize(), 0) * RATIO));
        return new Bounded(zip.getInputStream(entry), allowed);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long allowed) {
            super(in);
            left = allowed;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Refusal.tooLarge("zip");
            }
        }
    }
}
