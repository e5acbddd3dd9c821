package dev.kapu.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;

/** One reading of a sheet of an .xls. */
final class XlsSheet extends XlsRecords {
    private final int wanted;
    private final Source.Rows rows;
    private final Map<Integer, RawCell> cells = new HashMap<>();
    private @Nullable SSTRecord strings;
    private final BitSet hidden = new BitSet();
    private int row = -1;
    private int formulaColumn = -1;

    XlsSheet(int wanted, Source.Rows rows) {
        this.wanted = wanted;
        this.rows = rows;
    }

    @Override
    void begin(int part, int type) {}

    @Override
    void found(int part, Record record) {
        if (record instanceof SSTRecord shared) {
            strings = shared;
        } else if (part == wanted) {
            inSheet(record);
        }
    }

    @Override
    void end(int part) {
        if (part == wanted) {
            flush();
        }
    }

    private void inSheet(Record record) {
        if (record instanceof CellValueRecordInterface cell) {
            put(cell.getRow(), cell.getColumn(), value(cell));
            formulaColumn =
                    record instanceof FormulaRecord formula && formula.hasCachedResultString() ? cell.getColumn() : -1;
        } else if (record instanceof RowRecord description) {
            hidden.set(description.getRowNumber(), description.getZeroHeight());
        } else if (record instanceof StringRecord cached && formulaColumn >= 0) {
            put(row, formulaColumn, new RawCell.Formula(cached.getString()));
            formulaColumn = -1;
        } else if (record instanceof MergeCellsRecord merged) {
            for (int i = 0; i < merged.getNumAreas(); i++) {
                rows.merged(merged.getAreaAt(i));
            }
        }
    }

    private void put(int atRow, int column, @Nullable RawCell value) {
        if (atRow < row) {
            throw Refusal.broken();
        }
        if (atRow > row) {
            flush();
            row = atRow;
        }
        if (value != null && column < Source.COLUMNS) {
            cells.put(column, value);
        }
    }

    private void flush() {
        if (row >= 0) {
            if (hidden.get(row)) {
                rows.hidden(row + 1);
            }
            rows.row(row + 1, cells);
            cells.clear();
        }
    }

    private @Nullable RawCell value(CellValueRecordInterface cell) {
        if (cell instanceof LabelSSTRecord label) {
            if (strings == null) {
                throw Refusal.broken();
            }
            return new RawCell.Text(strings.getString(label.getSSTIndex()).getString());
        }
        if (cell instanceof LabelRecord label) {
            return new RawCell.Text(label.getValue());
        }
        if (cell instanceof NumberRecord number) {
            return new RawCell.Numeric(number.getValue(), isDate(cell));
        }
        if (cell instanceof FormulaRecord formula) {
            return new RawCell.Formula(
                    formula.hasCachedResultString() ? "" : NumberToTextConverter.toText(formula.getValue()));
        }
        if (cell instanceof BoolErrRecord flag) {
            return flag.isBoolean()
                    ? new RawCell.Flag(flag.getBooleanValue())
                    : new RawCell.Failure(
                            FormulaError.forInt(flag.getErrorValue()).getString());
        }
        return null;
    }

    private boolean isDate(CellValueRecordInterface cell) {
        var formats = formats();
        return formats != null && DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell));
    }
}
