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
 * is counted. How much smaller it was in the zip says nothing: a school's list, in which much is alike, shrinks to a
 * hundredth and less, as a bomb does. A bomb has nothing in it, or more than anybody asked for.
 */
final class XlsxParts implements Closeable {
    private static final int ENTRIES = 2000;

    /** What any part may have, and besides each row that a file may have: all columns of a form take half of that. */
    private static final long BASE = 32L << 20;

    private static final long ROW = 4096;

    /** A sheet is read twice, and nothing else is as large. */
    private static final int OFTEN = 4;

    /** The largest row that there can be has a few megabytes. */
    private static final int WITHOUT_A_FIND = 8 << 20;

    /** Texts, names and values are shorter by far; a parser would hold whatever has no end. */
    private static final int WITHOUT_BRACKET = 1 << 20;

    private final ZipFile zip;
    private final Deadline deadline;
    private final long most;
    private long leftOfAll;

    XlsxParts(Path file, Deadline deadline, int maxRows) throws IOException {
        this.deadline = deadline;
        most = BASE + ROW * maxRows;
        leftOfAll = OFTEN * most;
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
    Part open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw Refusal.broken();
        }
        return new Part(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A part that is being read. */
    final class Part extends FilterInputStream {
        private long left = most;
        private int since;
        private int sinceBracket;

        private Part(InputStream in) {
            super(in);
        }

        /** Says that what was read until now held something: a row, a text. */
        void found() {
            since = 0;
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
                leftOfAll -= read;
                since += read;
                if (left < 0 || leftOfAll < 0 || since > WITHOUT_A_FIND) {
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
