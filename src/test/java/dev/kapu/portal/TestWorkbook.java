package dev.kapu.portal;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The students' sample as a school fills it: its own code, and pupils like nobody else. */
public final class TestWorkbook {
    private static final Random RANDOM = new Random();
    private static final int BIRTH_DATE = 7;

    private final XSSFWorkbook workbook;

    public TestWorkbook(InstitutionCode school) {
        try {
            var sample = new ByteArrayOutputStream();
            new TemplateFiles().writeSample(Template.STUDENT_REGISTRATION, Format.XLSX, Locale.ENGLISH, sample);
            workbook = new XSSFWorkbook(new ByteArrayInputStream(sample.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int row = 1; row <= rows(); row++) {
            var name = name();
            for (var cell : sheet().getRow(row)) {
                if (cell.getColumnIndex() <= 5) {
                    cell.setCellValue(cell.getColumnIndex() % 2 == 0 ? name : name());
                } else if (cell.getCellType() == CellType.STRING) {
                    var text = cell.getStringCellValue();
                    cell.setCellValue(text.equals("040003") ? school.text() : text.matches("[0-9]{9}") ? "" : text);
                }
            }
            sheet().getRow(row).getCell(2).setCellValue(name);
        }
    }

    /**
     * An error file with the wrong birth date of a row mended; one more column stands before the template's.
     *
     * @param row from 1, headings not counted
     */
    public static byte[] corrected(byte[] errorFile, int row) {
        try (var file = new XSSFWorkbook(new ByteArrayInputStream(errorFile))) {
            // A cell of its own: POI leaves an inline text as it was.
            file.getSheetAt(0).getRow(row).createCell(BIRTH_DATE).setCellValue("2019-02-28");
            var out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestWorkbook withRowTwice(int row) {
        var twice = sheet().createRow(sheet().getLastRowNum() + 1);
        sheet().getRow(row - 1)
                .forEach(cell -> twice.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
        return this;
    }

    /** The same as an .xls. */
    public byte[] old() {
        try (var old = new HSSFWorkbook()) {
            var to = old.createSheet(sheet().getSheetName());
            sheet().forEach(from -> {
                var row = to.createRow(from.getRowNum());
                from.forEach(cell -> row.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
            });
            var out = new ByteArrayOutputStream();
            old.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestWorkbook withWrongBirthDate(int row) {
        sheet().getRow(row - 1).getCell(BIRTH_DATE).setCellValue("31.02.2019");
        return this;
    }

    TestWorkbook withoutBirthDates() {
        sheet().getRow(0).getCell(BIRTH_DATE).setCellValue("Shoe size");
        return this;
    }

    TestWorkbook withColumn(String heading) {
        sheet().getRow(0).createCell(sheet().getRow(0).getLastCellNum()).setCellValue(heading);
        return this;
    }

    public int rows() {
        return sheet().getLastRowNum();
    }

    private XSSFSheet sheet() {
        return workbook.getSheetAt(0);
    }

    static String name() {
        return "Z" + RANDOM.ints(9, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }

    public byte[] bytes() {
        try (workbook) {
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
