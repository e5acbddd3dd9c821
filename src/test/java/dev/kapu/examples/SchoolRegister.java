package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A school's own register, which exports into the published template (K17). */
final class SchoolRegister {
    private final String school;
    private final List<Map<String, String>> pupils = new ArrayList<>();

    SchoolRegister(String school) {
        this.school = school;
    }

    void enter(Person pupil, Map<String, String> more) {
        var cells = new HashMap<>(more);
        cells.put("Family name", pupil.family());
        cells.put("Given name", pupil.given());
        cells.put("Family name at birth", pupil.family());
        cells.put("Given name at birth", pupil.given());
        cells.put("Mother's family name at birth", pupil.mother());
        cells.put("Mother's given name at birth", "Éva");
        cells.put("Place of birth", "Győr");
        cells.put("Date of birth", pupil.born());
        cells.put("Citizenship", "HU");
        cells.put("Institution code", school);
        cells.put("Site serial", "001");
        cells.put("Affiliation", "compulsory-student");
        cells.put("Start of affiliation", LAST_WEEK);
        cells.put("Weekly hours", "22.5");
        pupils.add(cells);
    }

    /** The template with a row of each pupil, by its own headings. */
    byte[] exportInto(byte[] template) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var headings = headings(workbook);
            for (int i = 0; i < pupils.size(); i++) {
                var row = workbook.getSheetAt(0).createRow(i + 1);
                pupils.get(i)
                        .forEach((heading, value) ->
                                row.createCell(headings.indexOf(heading)).setCellValue(value));
            }
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the mark of what is required. */
    private static List<String> headings(Workbook workbook) {
        var headings = new ArrayList<String>();
        workbook.getSheetAt(0)
                .getRow(0)
                .forEach(cell ->
                        headings.add(cell.getStringCellValue().replace("*", "").strip()));
        return headings;
    }
}
