package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** W2 and W5: a password for who has none, and another for who has one. Each from end to end over SOAP. */
@HubTest
class PasswordExamplesTest {
    @Autowired
    private ApplicationContext hub;

    private Country country;
    private Actor office;

    @BeforeEach
    void country() {
        country = new Country(hub);
        office = country.office;
    }

    @Test
    void W2_a_kindergarten_without_a_password_asks_for_one_and_registers_its_staff() {
        var code = country.newInstitution("kindergarten");
        assertThat(country.institution(code, "0000-0000-0000")
                        .sends("request-own-secret")
                        .refusal())
                .isEqualTo("Client.Identity.CredentialInvalid");

        new Browser(country.pages())
                .from("192.0.5.1")
                .post("/institution/secret", "/institution/secret", Map.of("institutionCode", code));
        assertThat(office.sends("list-secret-requests").all("institutionCode")).contains(code);
        assertThat(office.sends("request-secret", "institution", code).one("confirmed"))
                .isEqualTo("true");
        var kindergarten = country.institution(code, country.letterTo(code));

        var sent = kindergarten.sends(
                "register-staff",
                Person.teacher(),
                "type",
                "main-employment",
                "post",
                "óvodapedagógus",
                "hours",
                "32",
                "start",
                LAST_WEEK);
        assertThat(sent.one("formCode")).isEqualTo("KIR-P-51");
        var status = country.carriedOut(kindergarten, sent);

        assertThat(status.one("state")).isEqualTo("accepted");
        assertThat(status.all("outcome")).containsExactly("registered");
        var number = sent.one("submissionNumber");
        assertThat(kindergarten.sends("get-history", "number", number).all("by"))
                .startsWith("institution-" + code);
        var teacher = kindergarten.sends("get-person", "person", status.one("educationId"));
        assertThat(teacher.one("post")).isEqualTo("óvodapedagógus");
        assertThat(teacher.one("responsible")).isEqualTo("true");
    }

    @Test
    void W5_the_clerk_leaves_and_the_old_password_stops_at_that_moment() {
        var code = country.newInstitution();
        office.sends("request-secret", "institution", code);
        var before = country.institution(code, country.letterTo(code));
        var id = country.registered(before, Person.pupil());

        assertThat(before.sends("request-own-secret").one("confirmed")).isEqualTo("true");

        assertThat(before.sends("get-person", "person", id).refusal()).isEqualTo("Client.Identity.CredentialInvalid");
        var after = country.institution(code, country.letterTo(code));
        assertThat(after.sends("get-person", "person", id).one("educationId")).isEqualTo(id);
        assertThat(before.sends("get-person", "person", id).refusal()).isEqualTo("Client.Identity.CredentialInvalid");
    }
}
