package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.portal.ImportedSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The operating manual's program by which the Office confirms sheets with a scanner (K20), as it stands. */
@HubTest
class OfficeScannerTest {
    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private ApplicationContext hub;

    @Test
    void a_scanned_sheet_is_confirmed_and_a_code_of_something_else_refused() throws IOException {
        var submission = ImportedSubmission.of(hub);

        var said = Toolkit.ZEEP.ask(
                "scan",
                Map.of(
                        "KAPU_SECRET", Files.readString(credentials.secret("registry-office")),
                        "KAPU_CA", credentials.caCertificate().toAbsolutePath().toString()),
                "https://localhost:" + submission.httpsPort() + "/services/Submissions?wsdl",
                "registry-office",
                submission.barcode(),
                "5999012345678");

        assertThat(said)
                .contains("confirmed: " + submission.number(), "authenticated")
                .contains("refused: Client.Submission.BarcodeInvalid", "Questions: ");
    }
}
