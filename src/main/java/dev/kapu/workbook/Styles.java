package dev.kapu.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a workbook that Kapu writes look. */
record Styles(
        CellStyle required, CellStyle optional, CellStyle text, CellStyle wrong, CellStyle prose, CellStyle bold) {
    static Styles of(Workbook workbook) {
        return new Styles(
                heading(workbook, IndexedColors.DARK_TEAL, IndexedColors.WHITE),
                heading(workbook, IndexedColors.GREY_25_PERCENT, IndexedColors.BLACK),
                text(workbook),
                wrong(workbook),
                prose(workbook),
                bold(workbook));
    }

    private static CellStyle heading(Workbook workbook, IndexedColors fill, IndexedColors letters) {
        var style = bold(workbook);
        var font = workbook.createFont();
        font.setBold(true);
        font.setColor(letters.getIndex());
        style.setFont(font);
        style.setFillForegroundColor(fill.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setWrapText(true);
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(IndexedColors.WHITE.getIndex());
        return style;
    }

    /** Format "@": what is typed stays as it is typed, zeros and dates too. */
    private static CellStyle text(Workbook workbook) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    private static CellStyle wrong(Workbook workbook) {
        var style = text(workbook);
        style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle prose(Workbook workbook) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle bold(Workbook workbook) {
        var style = workbook.createCellStyle();
        var font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        return style;
    }
}
