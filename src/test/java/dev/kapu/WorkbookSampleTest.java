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
                .contains("error: row 3, ", "This is no day of the calendar.");
    }
}
