package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.contract.registration.ValidateOnly;
import dev.kapu.contract.registration.ValidateOnlyResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.filing.ImportFolders;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.DataDirectory;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports that need a second try, other forms and other formats; and what stays behind (K17, W3). */
@HubTest
class ImportAgainTest {
    private static final Map<String, String> DEFAULT = Map.of("role", "STUDENT", "allOrNothing", "true");

    @Autowired
    ApplicationContext hub;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    DataDirectory data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GateCall gate;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private TestRegistry registry;
    private School school;

    @BeforeEach
    void a_school_is_signed_in() {
        registry = new TestRegistry(jdbc);
        school = new School(hub);
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
    void changes_are_imported_by_the_template_of_their_own_K12() throws IOException {
        var first = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var second = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var file = amendments(List.of(first.text(), second.text(), "70000000017"));

        var result = school.imports(file, Map.of("role", "STUDENT", "purpose", "AMENDMENT", "allOrNothing", "false"));

        assertThat(result).contains("Submitted as ", ">4</td>", "last digit does not fit");
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

    @Test
    void who_waits_sees_how_far_the_import_is_and_at_last_its_result() throws SQLException {
        try (var holding = owner.getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("lock table person in access exclusive mode");

            assertThat(school.begins(new TestWorkbook(school.code).bytes(), DEFAULT))
                    .contains("http-equiv=\"refresh\"", "<progress", "4 of 4 rows checked")
                    .doesNotContain("Submitted as");
            holding.rollback();
        }

        await().untilAsserted(() ->
                assertThat(school.get("/institution/import/result")).contains("Submitted as"));
    }

    @Test
    void a_job_stops_at_the_moment_when_the_secret_that_began_it_is_replaced_K18() {
        var begun = new SignedInInstitution(
                secrets.prove(school.code, secrets.issue(school.code)).orElseThrow());
        secrets.issue(school.code);

        assertThatThrownBy(() -> gate.askChecked(
                        begun,
                        "Registration/validateOnly",
                        new ValidateOnly(),
                        new GateCall.Received(0, new byte[32]),
                        ValidateOnlyResponse.class))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.CREDENTIAL_INVALID));
    }

    @Test
    void what_a_killed_hub_left_is_deleted_at_the_next_start() throws IOException {
        var left = Files.writeString(data.directory("imports").resolve("left.upload"), "persons");

        var folder = ImportFolders.at(data);

        assertThat(left).doesNotExist();
        assertThat(folder.path()).isEqualTo(data.directory("imports"));
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
