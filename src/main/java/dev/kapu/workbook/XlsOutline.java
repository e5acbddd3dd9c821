package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.Record;

/** The sheets of an .xls and how it counts days. */
final class XlsOutline extends XlsRecords {
    /** A file of nothing else would have millions, and each is looked for among all. */
    private static final int SHEETS = 1000;

    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final Map<Integer, Integer> types = new HashMap<>();
    private boolean since1904;

    @Override
    void begin(int part, int type) {
        if (type == BOFRecord.TYPE_EXCEL_4_MACRO) {
            throw new FaultException(Fault.WORKBOOK_MACROS);
        }
        types.put(part, type);
    }

    @Override
    void found(int part, Record record) {
        if (record instanceof BoundSheetRecord sheet) {
            if (bound.size() == SHEETS) {
                throw Refusal.tooLarge("sheets");
            }
            bound.add(sheet);
        } else if (record instanceof DateWindow1904Record window) {
            since1904 = window.getWindowing() == 1;
        }
    }

    @Override
    void end(int part) {}

    boolean since1904() {
        return since1904;
    }

    List<Source.Sheet> sheets() {
        var inStream = Arrays.asList(BoundSheetRecord.orderByBofPosition(bound));
        return bound.stream()
                .filter(sheet -> isWorksheet(inStream.indexOf(sheet) + 1))
                .map(sheet -> new Source.Sheet(
                        sheet.getSheetname(),
                        sheet.isHidden() || sheet.isVeryHidden(),
                        String.valueOf(inStream.indexOf(sheet) + 1)))
                .toList();
    }

    private boolean isWorksheet(int part) {
        return types.getOrDefault(part, 0) == BOFRecord.TYPE_WORKSHEET;
    }
}
