package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports that need a second try, other forms and other formats; and what stays behind (K17, W3). */
@HubTest
class ImportAgainTest {
    private static final Map<String, String> DEFAULT = Map.of("role", "STUDENT", "allOrNothing", "true");

    @Autowired
    Listeners listeners;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    DataDirectory data;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private School school;

    @BeforeEach
    void a_school_is_signed_in() {
        registry = new TestRegistry(jdbc);
        school = new School(listeners, secrets, registry.institution());
    }

    @Test
    void all_but_one_row_are_good_and_once_that_one_is_corrected_all_are_submitted_W3() {
        var book = new TestWorkbook(school.code).withWrongBirthDate(3);
        var result = school.imports(book.bytes(), DEFAULT);
        assertThat(result)
                .contains("Nothing was submitted", "Download all rows, the wrong ones marked")
                .doesNotContain("Submitted as");

        var corrected = TestWorkbook.corrected(errorFile(), 2);
        var again = school.imports(corrected, DEFAULT);

        assertThat(again).contains("Submitted as ");
        assertThat(school.get("/institution/submissions/" + School.number(again)))
                .contains("<dd>" + book.rows() + "</dd>");
    }

    @Test
    void rows_that_are_one_person_twice_are_refused_by_the_submission_and_the_page_does_not_say_submitted() {
        var book = new TestWorkbook(school.code).withRowTwice(2);

        var result = school.imports(book.bytes(), DEFAULT);

        assertThat(result).doesNotContain("Submitted as");
        assertThat(result).containsAnyOf("refused", "Nothing was submitted");
    }

    @Test
    void changes_are_imported_by_the_template_of_their_own_K12() throws IOException {
        var first = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var second = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var file = amendments(
                List.of(first.text(), second.text(), TestRegistry.freeId().text()));

        var result = school.imports(file, Map.of("role", "STUDENT", "purpose", "AMENDMENT", "allOrNothing", "false"));

        assertThat(result).contains("Submitted as ", "<td class=\"n\">4</td>");
        assertThat(school.get("/institution/submissions/" + School.number(result)))
                .contains("KIR-T-21", "<dd>2</dd>");
    }

    @Test
    void an_old_workbook_is_imported_through_the_pages_K17() throws IOException {
        var result = school.imports(new TestWorkbook(school.code).old(), DEFAULT);

        assertThat(result).contains("Submitted as ");
    }

    @Test
    void no_file_of_an_upload_stays_behind_but_the_error_file() throws IOException {
        school.imports(new TestWorkbook(school.code).bytes(), DEFAULT);

        await().untilAsserted(() ->
                assertThat(files()).noneMatch(file -> file.toString().endsWith(".upload")));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(data.directory("imports"))) {
            return files.toList();
        }
    }

    private byte[] errorFile() {
        return school.browser.download("/institution/import/errors");
    }

    private static byte[] amendments(List<String> ids) throws IOException {
        var sample = new ByteArrayOutputStream();
        new TemplateFiles().writeSample(Template.STUDENT_AMENDMENT, Format.XLSX, Locale.ENGLISH, sample);
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(sample.toByteArray()))) {
            for (int i = 0; i < ids.size(); i++) {
                workbook.getSheetAt(0).getRow(i + 1).getCell(0).setCellValue(ids.get(i));
            }
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
