package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.SSTRecord;

/**
 * What the records of an .xls claim, before POI believes it: it makes as many shared texts as a record says that there are,
 * though none of them follows.
 */
final class XlsClaims {
    /** Twice what 65 536 rows need whose names, streets and numbers all differ; in memory each takes some 150 bytes. */
    private static final int MOST_TEXTS = 500_000;

    /** A run of letters in another font takes six times the memory of its four bytes. */
    private static final int MOST_BYTES = 16 << 20;

    /** Length and flags of an empty text ([MS-XLS] 2.5.293). */
    private static final int LEAST = 3;

    private static final int COUNTS = 8;

    private final InputStream records;
    private final Deadline deadline;
    private int kind;
    private int length;

    private XlsClaims(InputStream records, Deadline deadline) {
        this.records = records;
        this.deadline = deadline;
    }

    /** @throws FaultException also if the records are encrypted, for then they say nothing yet */
    static void check(InputStream records, Deadline deadline) throws IOException {
        new XlsClaims(records, deadline).check();
    }

    private void check() throws IOException {
        for (boolean more = next(); more; ) {
            if (kind == FilePassRecord.sid) {
                throw new FaultException(Fault.WORKBOOK_ENCRYPTED);
            }
            more = kind == SSTRecord.sid ? texts() : skipped() && next();
        }
    }

    private boolean next() throws IOException {
        deadline.check();
        var head = littleEndian(4);
        if (head.remaining() < 4) {
            return false;
        }
        kind = Short.toUnsignedInt(head.getShort());
        length = Short.toUnsignedInt(head.getShort());
        return true;
    }

    private ByteBuffer littleEndian(int bytes) throws IOException {
        return ByteBuffer.wrap(records.readNBytes(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private boolean skipped() throws IOException {
        try {
            records.skipNBytes(length);
            return true;
        } catch (EOFException cutShort) {
            return false;
        }
    }

    /** @return whether a record follows */
    private boolean texts() throws IOException {
        var counts = littleEndian(Math.min(COUNTS, length));
        if (counts.remaining() < COUNTS) {
            throw Refusal.broken();
        }
        long claimed = Integer.toUnsignedLong(counts.getInt(4));
        length -= COUNTS;
        long bytes = length;
        boolean more = skipped() && next();
        while (more && kind == ContinueRecord.sid) {
            bytes += length;
            more = skipped() && next();
        }
        if (claimed * LEAST > bytes) {
            throw Refusal.broken();
        }
        if (claimed > MOST_TEXTS || bytes > MOST_BYTES) {
            throw Refusal.tooLarge("shared texts");
        }
        return more;
    }
}
