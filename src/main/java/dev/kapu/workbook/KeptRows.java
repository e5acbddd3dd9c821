package dev.kapu.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one sheet that wait on the disk, so that memory does not grow with their number; read as often as asked, in
 * the order in which they were added.
 *
 * <p>Hazard: the file holds data of persons; closing deletes it.
 */
public final class KeptRows implements Iterable<Entry>, Closeable {
    private final Path file;
    private final DataOutputStream out;
    private @Nullable Layout layout;
    private int count;

    /** @param file empty, for this process's user alone */
    public KeptRows(Path file) throws IOException {
        this.file = file;
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    public void add(Entry row) {
        layout = row.layout();
        try {
            out.writeInt(row.row());
            out.writeShort(row.values().size());
            for (var value : row.values().entrySet()) {
                write(value.getKey());
                write(value.getValue());
            }
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public int size() {
        return count;
    }

    /** Of all that were added until now. */
    @Override
    public Iterator<Entry> iterator() {
        try {
            out.flush();
            return new Reading(file, layout, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Closes the file with its last row; who stops before leaves that to the collector of garbage. */
    private static final class Reading implements Iterator<Entry> {
        private final DataInputStream in;
        private final @Nullable Layout layout;
        private int left;

        Reading(Path file, @Nullable Layout layout, int rows) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            this.layout = layout;
            left = rows;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Entry next() {
            if (left == 0 || layout == null) {
                throw new NoSuchElementException();
            }
            try {
                int row = in.readInt();
                int values = in.readShort();
                var read = new HashMap<String, String>();
                for (int i = 0; i < values; i++) {
                    read.put(text(), text());
                }
                if (--left == 0) {
                    in.close();
                }
                return new Entry(layout, row, read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String text() throws IOException {
            int length = in.readInt();
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
