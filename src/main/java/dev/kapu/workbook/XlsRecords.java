package dev.kapu.workbook;

import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.jspecify.annotations.Nullable;

/** Follows where in the stream a record stands: the workbook itself, then one part for each sheet, with charts inside. */
abstract class XlsRecords implements HSSFListener {
    private int depth;
    private int part = -1;
    private @Nullable FormatTrackingHSSFListener formats;

    void formats(FormatTrackingHSSFListener tracking) {
        formats = tracking;
    }

    @Nullable
    FormatTrackingHSSFListener formats() {
        return formats;
    }

    @Override
    public final void processRecord(Record record) {
        if (record instanceof BOFRecord beginning) {
            if (depth++ == 0) {
                part++;
                begin(part, beginning.getType());
            }
        } else if (record instanceof EOFRecord) {
            if (--depth == 0) {
                end(part);
            }
        } else if (depth == 1) {
            found(part, record);
        }
    }

    /** @param part 0 for the workbook itself, then the sheets in the order of the stream */
    abstract void begin(int part, int type);

    abstract void found(int part, Record record);

    abstract void end(int part);
}
