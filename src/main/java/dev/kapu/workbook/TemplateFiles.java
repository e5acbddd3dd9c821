package dev.kapu.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.springframework.stereotype.Component;

/** Writes the published templates and their sample files (K17). */
@Component
public class TemplateFiles {
    private static final int CHARACTER = 256;

    /** An empty sheet to fill, a sample sheet and a page of help. */
    public void writeTemplate(Template template, Format format, Locale language, OutputStream out) throws IOException {
        write(template, format, language, false, out);
    }

    /** The same with the sample's rows on the sheet that is read: a file that can be imported as it is. */
    public void writeSample(Template template, Format format, Locale language, OutputStream out) throws IOException {
        write(template, format, language, true, out);
    }

    private static void write(Template template, Format format, Locale language, boolean filled, OutputStream out)
            throws IOException {
        try (var workbook = format.workbook()) {
            var styles = Styles.of(workbook);
            var data = new DataSheet(workbook, template.sheet(language), template, language, styles);
            if (filled) {
                Sample.rows(template).forEach(data::add);
            } else {
                var sample = new DataSheet(workbook, Texts.of(language, "sheet.sample"), template, language, styles);
                Sample.rows(template).forEach(sample::add);
            }
            help(workbook, template, language, styles);
            workbook.write(out);
        }
    }

    private static void help(Workbook workbook, Template template, Locale language, Styles styles) {
        var sheet = workbook.createSheet(Texts.of(language, "sheet.help"));
        sheet.setColumnWidth(0, 36 * CHARACTER);
        sheet.setColumnWidth(1, 14 * CHARACTER);
        sheet.setColumnWidth(2, 90 * CHARACTER);
        int row = 0;
        for (var line : Texts.of(language, "help.lines").split("\\|", -1)) {
            sheet.createRow(row++).createCell(0).setCellValue(line);
        }
        row++;
        line(sheet, row++, "help.column", "help.required", "help.about", language, styles);
        sheet.createFreezePane(0, row);
        for (var column : template.columns()) {
            var cells = sheet.createRow(row++);
            cells.createCell(0).setCellValue(column.heading(language));
            cells.createCell(1).setCellValue(Texts.of(language, column.required() ? "help.yes" : "help.no"));
            var about = cells.createCell(2);
            about.setCellValue(
                    column.values().isEmpty()
                            ? column.help(language)
                            : column.help(language) + " " + String.join(" · ", column.labels(language)));
            cells.forEach(cell -> cell.setCellStyle(styles.prose()));
        }
    }

    private static void line(
            Sheet sheet, int row, String first, String second, String third, Locale language, Styles styles) {
        var cells = sheet.createRow(row);
        cells.createCell(0).setCellValue(Texts.of(language, first));
        cells.createCell(1).setCellValue(Texts.of(language, second));
        cells.createCell(2).setCellValue(Texts.of(language, third));
        cells.forEach(cell -> cell.setCellStyle(styles.required()));
    }
}
