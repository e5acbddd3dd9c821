package dev.kapu.workbook;

import dev.kapu.registry.InstitutionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Workbooks of pupils like nobody else, as many as wanted. */
public final class ManyPupils {
    private static final Random RANDOM = new Random();

    private final InstitutionCode institution;
    private final int rows;
    private String birthDate = "2019-10-03";

    public ManyPupils(InstitutionCode institution, int rows) {
        this.institution = institution;
        this.rows = rows;
    }

    public ManyPupils born(String day) {
        birthDate = day;
        return this;
    }

    public byte[] workbook() throws IOException {
        var columns = Template.STUDENT_REGISTRATION.columns();
        try (var workbook = new SXSSFWorkbook(100);
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Students");
            for (int number = 0; number <= rows; number++) {
                var row = sheet.createRow(number);
                var values = pupil();
                for (int i = 0; i < columns.size(); i++) {
                    var column = columns.get(i);
                    var value = number == 0 ? column.heading(Locale.ENGLISH) : values.get(column.field());
                    if (value != null) {
                        row.createCell(i).setCellValue(value);
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private Map<String, String> pupil() {
        var names = List.of("name.family", "name.given", "motherName.family", "motherName.given").stream()
                .collect(Collectors.toMap(field -> field, field -> name()));
        names.putAll(Map.of(
                "birthName.family", names.get("name.family"),
                "birthName.given", names.get("name.given"),
                "birthPlace", "Debrecen",
                "birthDate", birthDate,
                "sex", "female",
                "citizenship", "HU",
                "affiliation.institutionCode", institution.text(),
                "affiliation.siteSerial", "001",
                "affiliation.type", "compulsory-student"));
        names.putAll(Map.of(
                "affiliation.startDate", "2026-09-01", "affiliation.weeklyHours", "25", "affiliation.grade", "1"));
        return names;
    }

    private static String name() {
        return "Z" + RANDOM.ints(9, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }
}
