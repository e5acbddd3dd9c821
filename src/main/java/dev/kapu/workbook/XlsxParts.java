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

    /** Texts, names and values are shorter by far; a parser would hold whatever has no end. */
    private static final int WITHOUT_BRACKET = 1 << 20;

    private final ZipFile zip;
    private final Deadline deadline;

    XlsxParts(Path file, Deadline deadline) throws IOException {
        this.deadline = deadline;
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
        return new Bounded(zip.getInputStream(entry), allowed, deadline);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Bounded extends FilterInputStream {
        private final Deadline deadline;
        private long left;
        private int sinceBracket;

        Bounded(InputStream in, long allowed, Deadline deadline) {
            super(in);
            this.deadline = deadline;
            left = allowed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                left -= read;
                if (left < 0) {
                    throw Refusal.tooLarge("zip");
                }
                requireBrackets(bytes, offset, read);
            }
            deadline.check();
            return read;
        }

        private void requireBrackets(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                sinceBracket = bytes[i] == '<' || bytes[i] == '>' ? 0 : sinceBracket + 1;
                if (sinceBracket > WITHOUT_BRACKET) {
                    throw Refusal.broken();
                }
            }
        }
    }
}
