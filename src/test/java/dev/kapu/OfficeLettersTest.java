package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operating manual's program by which the Office prints letters with secrets (K18), as it stands. */
@HubTest
class OfficeLettersTest {
    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Listeners listeners;

    @Autowired
    private InstitutionSecrets secrets;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_secret_of_an_institution_is_replaced_and_its_letter_printed() throws IOException {
        var institution = new TestRegistry(jdbc).institution();
        var before = secrets.issue(institution);

        var said = Toolkit.ZEEP.ask(
                "letters",
                Map.of(
                        "KAPU_SECRET", Files.readString(credentials.secret("registry-office")),
                        "KAPU_CA", credentials.caCertificate().toAbsolutePath().toString()),
                "https://localhost:" + listeners.https() + "/services/Credentials?wsdl",
                "registry-office",
                institution.text());

        var letter = Pattern.compile("Próba Iskola\n9021\nGyőr\nFő u\\. 1\\.\ninstitution-" + institution.text()
                        + "\n([0-9A-Z-]+)\n")
                .matcher(said);
        assertThat(letter.find()).as("a letter").isTrue();
        assertThat(secrets.matches(institution, letter.group(1))).isTrue();
        assertThat(secrets.matches(institution, before)).isFalse();
    }
}
