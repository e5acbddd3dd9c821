package dev.kapu.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;

/** A sheet in the template's form: headings that stay in view, every column as text, lists and hints at the cells. */
final class DataSheet {
    private static final int CHARACTER = 256;

    private final Sheet sheet;
    private final List<Column> columns;
    private final Locale language;
    private final Styles styles;
    private int rows = 1;

    DataSheet(Workbook workbook, String name, Template template, Locale language, Styles styles) {
        this.sheet = workbook.createSheet(name);
        this.columns = template.columns();
        this.language = language;
        this.styles = styles;
        var headings = sheet.createRow(0);
        headings.setHeightInPoints(48);
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var cell = headings.createCell(i);
            cell.setCellValue(column.heading(language) + (column.required() ? " *" : ""));
            cell.setCellStyle(column.required() ? styles.required() : styles.optional());
            sheet.setColumnWidth(i, width(column) * CHARACTER);
            sheet.setDefaultColumnStyle(i, styles.text());
        }
        sheet.createFreezePane(2, 1);
        int last = workbook.getSpreadsheetVersion() == SpreadsheetVersion.EXCEL97
                ? SpreadsheetVersion.EXCEL97.getLastRowIndex()
                : SpreadsheetVersion.EXCEL2007.getLastRowIndex();
        for (int i = 0; i < columns.size(); i++) {
            hint(columns.get(i), new CellRangeAddressList(1, last, i, i));
        }
    }

    private static int width(Column column) {
        if (column.field().endsWith(".street")) {
            return 30;
        }
        return column.kind() == Kind.TEXT ? 20 : column.kind() == Kind.ENUMERATION ? 22 : 15;
    }

    /** A list where there is one; for the others the hint only: the reader accepts more ways of writing than Excel can say. */
    private void hint(Column column, CellRangeAddressList cells) {
        var helper = sheet.getDataValidationHelper();
        boolean list = column.kind() == Kind.ENUMERATION;
        var validation = helper.createValidation(
                list
                        ? helper.createExplicitListConstraint(
                                column.labels(language).toArray(String[]::new))
                        : helper.createCustomConstraint("TRUE"),
                cells);
        validation.createPromptBox(shortened(column.heading(language), 32), shortened(column.help(language), 255));
        validation.setShowPromptBox(true);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(list);
        validation.createErrorBox(
                shortened(column.heading(language), 32), shortened(Problem.NOT_IN_LIST.remedy(language), 255));
        sheet.addValidationData(validation);
    }

    /** Excel's own limits for the title and the text of a hint. */
    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    Sheet sheet() {
        return sheet;
    }

    int lastRow() {
        return rows - 1;
    }

    /** @param values by field, as the contract has them; words of lists are shown in the language of the sheet */
    Row add(Map<String, String> values) {
        return add(values, rows);
    }

    /** @param index of the row, from 0; not before one that is there */
    Row add(Map<String, String> values, int index) {
        rows = index + 1;
        var row = sheet.createRow(index);
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var value = values.get(column.field());
            if (value != null) {
                var cell = row.createCell(i);
                cell.setCellValue(column.values().contains(value) ? Column.label(value, language) : value);
                cell.setCellStyle(styles.text());
            }
        }
        return row;
    }
}
