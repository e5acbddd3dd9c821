package dev.kapu.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** A school's own workbook with the headings of a template and one good row, to be spoilt. */
final class Book {
    static final Template TEMPLATE = Template.STUDENT_REGISTRATION;

    private final Format format;
    private final Workbook workbook;
    private final Sheet sheet;

    private Book(Format format) {
        this.format = format;
        workbook = format.workbook();
        sheet = workbook.createSheet("Munka1");
        var headings = sheet.createRow(0);
        columns()
                .forEach(column -> headings.createCell(headings.getPhysicalNumberOfCells())
                        .setCellValue(column.heading(Locale.ENGLISH)));
        add(Sample.rows(TEMPLATE).get(0));
    }

    static Book xlsx() {
        return new Book(Format.XLSX);
    }

    static Book of(Format format) {
        return new Book(format);
    }

    static List<Column> columns() {
        return TEMPLATE.columns();
    }

    static int index(String field) {
        return columns().stream().map(Column::field).toList().indexOf(field);
    }

    Book add(Map<String, String> values) {
        var row = sheet.createRow(sheet.getLastRowNum() + 1);
        values.forEach((field, value) -> row.createCell(index(field)).setCellValue(value));
        return this;
    }

    /** Changes a cell of the good row, which is row 2. */
    Book cell(String field, Consumer<Cell> change) {
        change.accept(sheet.getRow(1).getCell(index(field), MissingCellPolicy.CREATE_NULL_AS_BLANK));
        return this;
    }

    Book text(String field, String text) {
        return cell(field, cell -> cell.setCellValue(text));
    }

    Book number(String field, double number) {
        return cell(field, cell -> cell.setCellValue(number));
    }

    /** A number that is shown as a date. */
    Book day(String field, double serial) {
        return cell(field, cell -> {
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy.mm.dd"));
            cell.setCellValue(serial);
            cell.setCellStyle(style);
        });
    }

    Book with(Consumer<Workbook> change) {
        change.accept(workbook);
        return this;
    }

    Sheet sheet() {
        return sheet;
    }

    Path in(Path folder) {
        try (workbook) {
            var file = Files.createTempFile(folder, "book", "." + format.extension());
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
