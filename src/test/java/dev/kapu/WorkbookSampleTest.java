package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.portal.TestWorkbook;
import dev.kapu.registry.TestRegistry;
import dev.kapu.start.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partner guide's program that imports a workbook (K17), as it stands. */
@HubTest
class WorkbookSampleTest {
    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Listeners listeners;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_workbook_is_imported_and_its_wrong_row_named(@TempDir Path folder) throws IOException {
        var school = new TestRegistry(jdbc).institution();
        var book = new TestWorkbook(school).withWrongBirthDate(3);
        int rows = book.rows();
        var file = Files.write(folder.resolve("pupils.xlsx"), book.bytes());

        var said = Toolkit.ZEEP.ask(
                "import_workbook",
                Map.of(
                        "KAPU_SECRET", Files.readString(credentials.secret("school-program")),
                        "KAPU_CA", credentials.caCertificate().toAbsolutePath().toString()),
                "https://localhost:" + listeners.https() + "/services/Workbooks?wsdl",
                "school-program",
                school.text(),
                "registration",
                "student",
                file.toString());

        assertThat(said)
                .contains("rows: " + rows + " wrong: 1", "submission: ", " received")
                .contains("error: row 3, ", "This is no day of the calendar. Write year, month and day");
    }

    @Test
    void what_is_refused_or_called_wrongly_ends_with_what_to_do(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("pupils.xlsx"), new byte[] {1});
        var environment = Map.of(
                "KAPU_SECRET",
                "not-the-secret",
                "KAPU_CA",
                credentials.caCertificate().toAbsolutePath().toString());

        var refused = Toolkit.ZEEP.ask(
                "import_workbook",
                environment,
                "https://localhost:" + listeners.https() + "/services/Workbooks?wsdl",
                "school-program",
                "027006",
                "registration",
                "student",
                file.toString());
        var called = Toolkit.ZEEP.ask("import_workbook", environment, "too", "few");

        assertThat(refused)
                .contains(
                        "refused: Client.Identity.CredentialInvalid",
                        "certificate or secret issued last",
                        "Questions: ")
                .doesNotContain("Traceback");
        assertThat(called).contains("usage: import_workbook.py").doesNotContain("Traceback");
    }
}
