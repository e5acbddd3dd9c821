package dev.kapu.institutions;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class ExampleInstitutionTest {
    /** Before all that other tests have. */
    private static final EducationId FIRST = EducationId.of("70000000016");

    @Autowired
    ExampleInstitution example;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    Addresses addresses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void of_real_institutions_none_gets_a_secret_at_the_start() {
        assertThat(example.text(addresses)).isEmpty();
    }

    @Test
    void the_log_says_where_the_secret_of_a_made_up_institution_lies_and_no_start_replaces_it() {
        transaction.executeWithoutResult(seeded -> {
            seeded.setRollbackOnly();
            jdbc.sql("insert into seed values (1, 1)").update();
            var registry = new TestRegistry(jdbc);
            registry.affiliate(
                    registry.insert(FIRST), registry.institution(), COMPULSORY_STUDENT, TestRegistry.START, null, 20);

            var said = Pattern.compile("as institution ([0-9]{6}) with the secret in (.*)")
                    .matcher(example.text(addresses));
            assertThat(said.find()).isTrue();
            var institution = new InstitutionCode(said.group(1));
            var secret = read(said.group(2));
            assertThat(secrets.matches(institution, secret)).isTrue();
            assertThat(said.group()).doesNotContain(secret);

            var next = secrets.issue(institution);
            assertThat(example.text(addresses))
                    .contains("the secret that replaced the one in")
                    .doesNotContain("with the secret in");
            assertThat(secrets.matches(institution, next)).isTrue();
        });
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
