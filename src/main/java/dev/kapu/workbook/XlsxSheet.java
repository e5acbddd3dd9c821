package dev.kapu.workbook;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** One reading of a sheet of an .xlsx. */
final class XlsxSheet {
    /** As any spreadsheet program has them. */
    private static final int IN_ROW = 16_384;

    /** A hundred thousand rows of 250 cells; most of them are empty and only have a format. */
    private static final int IN_SHEET = 25_000_000;

    private final XlsxXml xml;
    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final Source.Rows rows;
    private final Map<Integer, RawCell> cells = new HashMap<>();
    private int row;
    private int column;
    private int inRow;
    private int inSheet;
    private boolean hidden;

    XlsxSheet(XlsxXml xml, XlsxStrings strings, XlsxStyles styles, Source.Rows rows) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.rows = rows;
    }

    void read() throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin();
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
                if (hidden) {
                    rows.hidden(row);
                }
                rows.row(row, cells);
                cells.clear();
                xml.found();
            }
        }
    }

    private void begin() throws XMLStreamException {
        switch (xml.name()) {
            case "row" -> {
                int number = xml.number("r", row + 1);
                if (number > Source.LAST_ROW) {
                    throw Refusal.tooLarge("rows");
                }
                if (number <= row) {
                    throw Refusal.broken();
                }
                row = number;
                column = -1;
                inRow = 0;
                var state = xml.attribute("hidden");
                hidden = "1".equals(state) || "true".equals(state);
            }
            case "c" -> cell();
            case "mergeCell" -> {
                rows.merged(range());
                xml.found();
            }
            default -> {}
        }
    }

    private CellRangeAddress range() {
        CellRangeAddress range;
        try {
            range = CellRangeAddress.valueOf(String.valueOf(xml.attribute("ref")));
        } catch (RuntimeException malformed) {
            throw Refusal.broken();
        }
        if (range.getFirstRow() < 0 || range.getLastRow() >= Source.LAST_ROW) {
            throw Refusal.broken();
        }
        return range;
    }

    private void cell() throws XMLStreamException {
        var reference = xml.attribute("r");
        column = reference == null ? column + 1 : columnOf(reference);
        if (++inRow > IN_ROW) {
            throw Refusal.broken();
        }
        if (++inSheet > IN_SHEET) {
            throw Refusal.tooLarge("cells");
        }
        var type = xml.attribute("t");
        boolean date = styles.isDate(xml.number("s", 0));
        boolean formula = false;
        String value = null;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                var name = xml.name();
                var text = xml.text();
                formula |= name.equals("f");
                value = name.equals("v") || name.equals("is") ? text : value;
            }
        }
        if (column < Source.COLUMNS) {
            keep(formula, type == null ? "n" : type, value, date);
        }
    }

    private void keep(boolean formula, String type, @Nullable String value, boolean date) {
        if (value == null && !formula) {
            return;
        }
        var text = value == null ? "" : value;
        if (formula) {
            cells.put(column, new RawCell.Formula(text));
            return;
        }
        var cell =
                switch (type) {
                    case "s" -> new RawCell.Text(strings.get(integer(text)));
                    case "n" -> text.isBlank() ? null : new RawCell.Numeric(number(text), date);
                    case "b" ->
                        new RawCell.Flag(
                                text.strip().equals("1") || text.strip().equals("true"));
                    case "e" -> new RawCell.Failure(text);
                    default -> new RawCell.Text(XlsxStrings.unescaped(text));
                };
        if (cell != null) {
            cells.put(column, cell);
        }
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException malformed) {
            throw Refusal.broken();
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException malformed) {
            throw Refusal.broken();
        }
    }

    /** Of a reference such as AB12, from 0. */
    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && column <= 16_384; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        if (column < 1 || column > 16_384) {
            throw Refusal.broken();
        }
        return column - 1;
    }
}
