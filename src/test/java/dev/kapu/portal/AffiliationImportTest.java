package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts and ends of affiliations by the published template, through the pages (K11, K17). */
@HubTest
class AffiliationImportTest {
    private static final Map<String, String> FORM =
            Map.of("role", "STUDENT", "purpose", "AFFILIATION", "allOrNothing", "false");

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void a_start_and_an_end_are_imported_and_a_hand_over_to_an_institution_of_others_is_a_wrong_row_K11(Format format)
            throws IOException {
        var registry = new TestRegistry(jdbc);
        var school = new School(hub);
        var other = registry.institution();
        var comes = registry.personAt(other, AffiliationType.COMPULSORY_STUDENT);
        var leaves = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var file = file(
                format,
                Map.of(0, comes.text(), 1, "2010-05-01", 3, "dormitory", 4, TestRegistry.TODAY.toString()),
                Map.of(0, leaves.text(), 7, "compulsory-student", 8, TestRegistry.TODAY.toString()),
                Map.of(0, leaves.text(), 10, other.text()));

        var result = school.imports(file, FORM);

        assertThat(result).contains("Submitted as ", ">4</td>", other.text());
        assertThat(school.get("/institution/submissions/" + School.number(result)))
                .contains("KIR-T-31", "<dd>2</dd>");
    }

    @Test
    void a_row_that_says_nothing_and_one_that_says_too_much_are_named() throws IOException {
        var school = new School(hub);
        var file = file(
                Format.XLSX, Map.of(1, "", 2, "", 3, "", 4, "", 5, "", 6, ""), Map.of(1, "2010-05-01"), Map.of(13, ""));

        var result = school.imports(file, FORM);

        assertThat(result)
                .contains("Nothing was submitted")
                .contains("are all empty")
                .contains("More than one of start, end and hand-over")
                .contains("Nothing is filled in here");
    }

    /** The sample with some cells of its first rows changed, by column. */
    @SafeVarargs
    private static byte[] file(Format format, Map<Integer, String>... rows) throws IOException {
        var sample = new ByteArrayOutputStream();
        new TemplateFiles().writeSample(Template.STUDENT_AFFILIATION, format, Locale.ENGLISH, sample);
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(sample.toByteArray()))) {
            for (int i = 0; i < rows.length; i++) {
                var row = workbook.getSheetAt(0).getRow(i + 1);
                rows[i].forEach((column, value) -> row.createCell(column).setCellValue(value));
            }
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
