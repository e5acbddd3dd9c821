package dev.kapu.registry.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.AtOnce;
import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K18, W2, W5. */
@HubTest
class InstitutionSecretsTest {
    @Autowired
    private InstitutionSecrets secrets;

    @Autowired
    private SecretRequests requests;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    private DataSource owner;

    private InstitutionCode school;

    @BeforeEach
    void school() {
        school = new TestRegistry(jdbc).institution();
    }

    @Test
    void a_secret_proves_the_institution_it_was_issued_to_however_it_is_typed() {
        var secret = secrets.issue(school);

        assertThat(secret).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){12}").doesNotContain("I", "L", "O", "U");
        assertThat(secrets.matches(school, secret)).isTrue();
        assertThat(secrets.matches(
                        school,
                        " " + secret.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o')))
                .isTrue();
        assertThat(secrets.matches(new TestRegistry(jdbc).institution(), secret))
                .isFalse();
        assertThat(secrets.matches(school, secret.substring(1))).isFalse();
        assertThat(secrets.matches(school, "")).isFalse();
    }

    @Test
    void nobody_has_a_secret_without_asking() {
        assertThat(secrets.matches(school, "")).isFalse();
        assertThat(secrets.matches(new InstitutionCode("000001"), "")).isFalse();
        assertThat(secrets.everIssued(school)).isFalse();
    }

    @Test
    void a_new_secret_stops_the_old_one_and_the_history_stays_with_hashes_only() {
        var old = secrets.issue(school);
        var proof = secrets.prove(school, old).orElseThrow();

        var next = secrets.issue(school);

        assertThat(secrets.matches(school, old)).isFalse();
        assertThat(secrets.matches(school, next)).isTrue();
        assertThat(secrets.stands(proof)).isFalse();
        assertThat(secrets.stands(secrets.prove(school, next).orElseThrow())).isTrue();
        assertThat(rows()).hasSize(2).noneMatch(row -> row.contains(old) || row.contains(next));
    }

    @Test
    void of_many_issued_at_once_one_stands() {
        var issued = AtOnce.times(2, () -> secrets.issue(school));

        assertThat(issued).filteredOn(secret -> secrets.matches(school, secret)).hasSize(1);
    }

    @Test
    void an_institution_that_is_closed_or_unknown_has_no_secret() {
        var secret = secrets.issue(school);
        JdbcClient.create(owner)
                .sql("update kapu.institution set active = false where code = ?")
                .param(school.text())
                .update();

        assertThat(secrets.matches(school, secret)).isFalse();
        for (var code : List.of(school, new InstitutionCode("000001"))) {
            assertThatExceptionOfType(FaultException.class)
                    .isThrownBy(() -> secrets.issue(code))
                    .extracting(FaultException::fault)
                    .isEqualTo(Fault.INSTITUTION_NOT_FOUND);
        }
    }

    @Test
    void asking_for_a_new_secret_stops_the_old_one_at_that_moment_and_the_letter_brings_the_new_one() {
        var old = secrets.issue(school);

        requests.confirm(school, "school-program");
        assertThat(secrets.matches(school, old)).isFalse();

        requests.confirm(school, "school-program");
        var letters = letters();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.institution().name()).isEqualTo("Próba Iskola");
            assertThat(secrets.matches(school, letter.secret())).isTrue();
            assertThat(letter.toString()).doesNotContain(letter.secret());
        });
        assertThat(letters()).isEmpty();
    }

    @Test
    void a_stranger_who_asks_revokes_nothing_and_the_office_sees_it_once() {
        var secret = secrets.issue(school);

        requests.ask(school);
        requests.ask(school);
        requests.ask(new InstitutionCode("000001"));

        assertThat(secrets.matches(school, secret)).isTrue();
        assertThat(letters()).isEmpty();
        assertThat(unconfirmed()).hasSize(1);
        assertThat(requests.unconfirmed(1000))
                .noneMatch(request -> request.institution().text().equals("000001"));

        requests.confirm(school, "registry-office");
        assertThat(secrets.matches(school, secret)).isFalse();
        assertThat(unconfirmed()).isEmpty();
        assertThat(letters()).hasSize(1);
    }

    @Test
    void what_the_office_has_not_confirmed_in_a_month_is_forgotten() {
        requests.ask(school);
        jdbc.sql("update secret_request set asked_at = ? where institution_code = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minus(SecretRequests.PATIENCE), school.text())
                .update();

        assertThat(unconfirmed()).isEmpty();
        requests.ask(school);
        assertThat(unconfirmed()).hasSize(1);
    }

    private List<SecretRequest> unconfirmed() {
        return requests.unconfirmed(1000).stream()
                .filter(request -> request.institution().equals(school))
                .toList();
    }

    private List<SecretLetter> letters() {
        return requests.collect(1000).stream()
                .filter(letter -> letter.institution().code().equals(school))
                .toList();
    }

    private List<String> rows() {
        return jdbc.sql("select s::text from institution_secret s where institution_code = ?")
                .param(school.text())
                .query(String.class)
                .list();
    }
}
