package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was signed is what takes effect, whoever has the database in hand (K20). */
@HubTest
class AlteredSubmissionsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    private DataSource owner;

    private InstitutionCode institution;
    private SubmittingSchool school;
    private SubmittingSchool office;

    @BeforeEach
    void partners() {
        institution = new TestRegistry(jdbc).institution();
        school = SubmittingSchool.of(port, credentials, institution);
        office = SubmittingSchool.office(port, credentials);
    }

    @Test
    void the_hub_itself_may_not_alter_what_was_submitted() {
        var number = first(school.registration("submit", form("", pupil())), "submissionNumber");

        for (var alteration : new String[] {
            "update submission_entry set data = '{}' where number = ?",
            "delete from submission_entry where number = ?",
            "update submission set hash = hash where number = ?",
            "delete from submission_transition where number = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(alteration).param(number).update())
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void what_was_altered_in_the_database_is_neither_authenticated_nor_accepted() {
        var unsigned = school.registration("submit", form("", pupil()));
        var signed = school.registration("submit", form("", pupil()));
        office.submissions("confirmAuthentication", TestForms.barcode(first(signed, "barcode")));

        alter(first(unsigned, "submissionNumber"));
        alter(first(signed, "submissionNumber"));

        assertThat(office.submissions("confirmAuthentication", TestForms.barcode(first(unsigned, "barcode"))))
                .contains("Client.Submission.Mismatch");
        assertThat(office.about("accept", first(signed, "submissionNumber"))).contains("Client.Submission.Mismatch");
        assertThat(first(school.about("getStatus", first(signed, "submissionNumber")), "state"))
                .isEqualTo("authenticated");
    }

    @Test
    void the_choice_of_all_or_nothing_cannot_be_altered_after_it_was_signed() {
        var answer = school.registration("submit", form("", pupil()));

        JdbcClient.create(owner)
                .sql("update submission set all_or_nothing = true where number = ?")
                .param(first(answer, "submissionNumber"))
                .update();

        assertThat(office.submissions("confirmAuthentication", TestForms.barcode(first(answer, "barcode"))))
                .contains("Client.Submission.Mismatch");
    }

    private void alter(String number) {
        assertThat(JdbcClient.create(owner)
                        .sql("update submission_entry set data = jsonb_set(data, '{birthPlace}', '\"Pécs\"')"
                                + " where number = ?")
                        .param(number)
                        .update())
                .isOne();
    }

    private String form(String options, String... entries) {
        return TestForms.form(institution, options, entries);
    }

    private String pupil() {
        return TestForms.pupil(institution);
    }
}
