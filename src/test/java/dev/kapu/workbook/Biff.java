package dev.kapu.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An .xls written by hand, record by record, as no spreadsheet program would. */
final class Biff {
    private static final int LONGEST = 8000;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    Biff() {
        var beginning = new BOFRecord();
        beginning.setVersion(BOFRecord.VERSION);
        beginning.setType(BOFRecord.TYPE_WORKBOOK);
        records.writeBytes(beginning.serialize());
    }

    /** @param claimed how many shared texts there are said to be; so many bytes, all nought, follow */
    Biff texts(int claimed, int bytes) {
        var counts = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        record(SSTRecord.sid, counts.putInt(claimed).putInt(claimed).array());
        for (int left = bytes; left > 0; left -= LONGEST) {
            record(ContinueRecord.sid, new byte[Math.min(LONGEST, left)]);
        }
        return this;
    }

    Biff sheets(int number) {
        for (int i = 0; i < number; i++) {
            records.writeBytes(new BoundSheetRecord("s" + i).serialize());
        }
        return this;
    }

    private void record(int kind, byte[] content) {
        var head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        records.writeBytes(
                head.putShort((short) kind).putShort((short) content.length).array());
        records.writeBytes(content);
    }

    Path in(Path folder) {
        records.writeBytes(EOFRecord.instance.serialize());
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(records.toByteArray()), "Workbook");
            var file = Files.createTempFile(folder, "biff", ".xls");
            try (var out = Files.newOutputStream(file)) {
                files.writeFilesystem(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
