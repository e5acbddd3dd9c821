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
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The students' sample as a school fills it: its own code, and pupils like nobody else. */
final class TestWorkbook {
    private static final Random RANDOM = new Random();
    private static final int BIRTH_DATE = 7;

    private final XSSFWorkbook workbook;

    TestWorkbook(InstitutionCode school) {
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

    /** An error file with its wrong birth date mended; one more column stands before the template's. */
    static byte[] corrected(byte[] errorFile) {
        try (var file = new XSSFWorkbook(new ByteArrayInputStream(errorFile))) {
            // A cell of its own: POI leaves an inline text as it was.
            file.getSheetAt(0).getRow(1).createCell(BIRTH_DATE + 1).setCellValue("2019-02-28");
            var out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestWorkbook withWrongBirthDate(int row) {
        sheet().getRow(row - 1).getCell(BIRTH_DATE).setCellValue("31.02.2019");
        return this;
    }

    int rows() {
        return sheet().getLastRowNum();
    }

    private XSSFSheet sheet() {
        return workbook.getSheetAt(0);
    }

    private static String name() {
        return "Z" + RANDOM.ints(9, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }

    byte[] bytes() {
        try (workbook) {
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
