package dev.kapu.systems.submissions;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.portal.TestWorkbook;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.start.DataDirectory;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.HostileFiles;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workbooks over SOAP as the pages import them (K17, W3). */
@HubTest
class WorkbookImportsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataDirectory data;

    @TempDir
    private Path folder;

    private TestRegistry registry;
    private InstitutionCode institution;
    private SubmittingSchool school;

    @BeforeEach
    void a_school() {
        registry = new TestRegistry(jdbc);
        institution = registry.institution();
        school = SubmittingSchool.of(port, credentials, institution);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_good_workbook_becomes_a_submission_xlsx_and_xls_alike_K17(boolean old) throws IOException {
        var book = new TestWorkbook(institution);

        var answer = imports("registration", "<allOrNothing>true</allOrNothing>", old ? book.old() : book.bytes());

        var status = school.about("getStatus", first(answer, "submissionNumber"));
        assertThat(first(answer, "rows")).isEqualTo(first(status, "entryCount"));
        assertThat(first(answer, "wrongRows")).isEqualTo("0");
        assertThat(first(status, "formCode")).isEqualTo("KIR-T-11");
        assertThat(left()).isZero();
    }

    @Test
    void the_good_rows_are_submitted_and_the_wrong_cell_is_named_with_its_value_and_remedy_W3() throws IOException {
        var book = new TestWorkbook(institution).withWrongBirthDate(3);
        int rows = book.rows();

        var answer = imports("registration", "<errorFile>true</errorFile><language>en</language>", book.bytes());

        assertThat(first(answer, "entryCount")).isEqualTo(String.valueOf(rows - 1));
        assertThat(all(answer, "row")).containsExactly("3");
        assertThat(first(answer, "column")).isEqualTo("H");
        assertThat(first(answer, "field")).isEqualTo("birthDate");
        assertThat(first(answer, "value")).isEqualTo("31.02.2019");
        assertThat(answer).contains("This is no day of the calendar.", "Write year, month and day");
        var errors = Base64.getMimeDecoder().decode(all(answer, "workbook").get(0));
        try (var file = WorkbookFactory.create(new ByteArrayInputStream(errors))) {
            assertThat(file.getSheetAt(0).getLastRowNum()).isOne();
        }

        var again = imports("registration", "", TestWorkbook.corrected(errors, 1));

        assertThat(first(again, "entryCount")).isEqualTo("1");
    }

    @Test
    void one_wrong_row_and_nothing_is_submitted_where_all_or_nothing_was_asked_W3() throws IOException {
        var answer = imports(
                "registration",
                "<allOrNothing>true</allOrNothing>",
                new TestWorkbook(institution).withWrongBirthDate(2).bytes());

        assertThat(answer).doesNotContain("submissionNumber", "errorFile");
        assertThat(first(answer, "errors")).isEqualTo("1");
        assertThat(submissions()).isZero();
    }

    @Test
    void the_same_message_again_gets_the_first_answer_and_the_same_content_the_first_submission_K16() {
        var content = content("registration", "", new TestWorkbook(institution).bytes());
        var id = UUID.randomUUID();

        var first = school.again("Workbooks", "workbooks", "importWorkbook", content, id);
        var repeated = school.again("Workbooks", "workbooks", "importWorkbook", content, id);
        var sentAnew = school.again("Workbooks", "workbooks", "importWorkbook", content, UUID.randomUUID());

        assertThat(repeated).isEqualTo(first);
        assertThat(first(sentAnew, "submissionNumber")).isEqualTo(first(first, "submissionNumber"));
        assertThat(submissions()).isOne();
    }

    @Test
    void whoever_is_named_by_an_id_stands_in_the_record_known_or_not_K27() throws IOException {
        var known = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        var unknown = TestRegistry.freeId();
        var id = UUID.randomUUID();
        var file = sample(
                Template.STUDENT_AMENDMENT,
                Map.of(0, known.text(), 2, TODAY.toString()),
                Map.of(0, unknown.text(), 2, TODAY.toString()));

        var answer = school.again("Workbooks", "workbooks", "importWorkbook", content("amendment", "", file), id);

        assertThat(all(answer, "educationId")).contains(known.text(), unknown.text());
        assertThat(jdbc.sql("select persons @> array[?, ?]::text[] from disclosure where message_id = ?")
                        .params(known.text(), unknown.text(), id.toString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_hand_over_is_imported_by_whom_represents_both_K11() throws IOException {
        var pupil = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        var next = registry.institution();
        var file = sample(
                Template.STUDENT_AFFILIATION,
                Map.of(0, TestRegistry.freeId().text()),
                Map.of(0, TestRegistry.freeId().text()),
                handOver(pupil, next));

        var answer = imports("affiliation", "", file);

        assertThat(first(answer, "formCode")).isEqualTo("KIR-T-31");
        assertThat(first(answer, "entryCount")).isEqualTo("1");
        assertThat(first(answer, "wrongRows")).isEqualTo("2");
        assertThat(all(answer, "outcome")).contains("pending", "refused");
    }

    private static Map<Integer, String> handOver(EducationId pupil, InstitutionCode next) {
        return Map.of(
                0,
                pupil.text(),
                9,
                TODAY.toString(),
                10,
                next.text(),
                11,
                "001",
                13,
                TODAY.plusDays(1).toString());
    }

    @Test
    void a_bomb_and_a_file_of_another_kind_are_refused_and_nothing_is_left_of_them() throws IOException {
        assertThat(first(imports("registration", "", HostileFiles.bomb(folder)), "faultcode"))
                .isEqualTo("soap:Client.Workbook.TooLarge");
        assertThat(first(imports("registration", "", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), "faultcode"))
                .isEqualTo("soap:Client.Workbook.WrongKind");
        assertThat(first(imports("staff-things", "", new byte[0]), "faultcode"))
                .isEqualTo("soap:Client.Message.Invalid");
        assertThat(submissions()).isZero();
        assertThat(left()).isZero();
    }

    @Test
    void a_sheet_of_another_institution_is_refused_row_by_row_and_a_message_for_another_whole() {
        var other = registry.institution();
        var strange = new TestWorkbook(other).bytes();

        var answer = imports("registration", "", strange);
        var refused = SubmittingSchool.of(port, credentials, other)
                .again(
                        "Workbooks",
                        "workbooks",
                        "importWorkbook",
                        content("registration", "", strange),
                        UUID.randomUUID());

        assertThat(answer).contains("affiliation.institutionCode").doesNotContain("submissionNumber");
        assertThat(first(refused, "faultcode")).isEqualTo("soap:Client.Permission.RepresentationRefused");
    }

    private String imports(String purpose, String options, byte[] workbook) {
        return school.again(
                "Workbooks", "workbooks", "importWorkbook", content(purpose, options, workbook), UUID.randomUUID());
    }

    private String content(String purpose, String options, byte[] workbook) {
        return "<institutionCode>%s</institutionCode><purpose>%s</purpose><role>student</role>%s<workbook>%s</workbook>"
                .formatted(
                        institution.text(),
                        purpose,
                        options,
                        Base64.getEncoder().encodeToString(workbook));
    }

    private long submissions() {
        return jdbc.sql("select count(*) from submission where institution_code = ?")
                .param(institution.text())
                .query(Long.class)
                .single();
    }

    private long left() throws IOException {
        try (var files = Files.list(data.directory("imports"))) {
            return files.filter(file -> file.toString().endsWith(".upload")).count();
        }
    }

    /** The sample with some cells of its first rows changed, by column. */
    @SafeVarargs
    private static byte[] sample(Template template, Map<Integer, String>... rows) throws IOException {
        var sample = new ByteArrayOutputStream();
        new TemplateFiles().writeSample(template, Format.XLSX, Locale.ENGLISH, sample);
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
