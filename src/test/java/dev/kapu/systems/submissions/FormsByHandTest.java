package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an institution filled by hand on paper, the Office enters for it (K19: KIR-T-13 and its family). */
@HubTest
class FormsByHandTest {
    private static final String BY_HAND = "<mode>by-hand</mode>";

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

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
    void the_signed_paper_authenticates_what_the_office_enters_and_the_institution_follows_it() {
        var answer = office.registration("submit", form(BY_HAND));
        var number = first(answer, "submissionNumber");

        assertThat(first(answer, "formCode")).isEqualTo("KIR-T-13");
        assertThat(first(answer, "state")).isEqualTo("authenticated");
        assertThat(first(office.about("accept", number), "state")).isEqualTo("accepted");
        var history = school.about("getHistory", number);
        assertThat(all(history, "toState")).containsExactly("received", "authenticated", "accepted");
        assertThat(all(history, "by")).containsOnly("registry-office");
        assertThat(all(history, "reasonCode")).containsExactly("signed-form");
        assertThat(all(school.about("getStatus", number), "outcome")).containsExactly("registered");
    }

    @Test
    void the_office_submits_nothing_else_for_an_institution() {
        assertThat(office.registration("submit", form(""))).contains("Client.Permission.RepresentationRefused");
        assertThat(office.registration("submit", form("<mode>offline</mode>")))
                .contains("Client.Permission.RepresentationRefused");
        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .isEmpty();
    }

    @Test
    void the_same_form_of_the_institution_itself_waits_for_its_sheet() {
        assertThat(first(school.registration("submit", form(BY_HAND)), "state")).isEqualTo("received");
    }

    private String form(String options) {
        return TestForms.form(institution, options, TestForms.pupil(institution));
    }
}
