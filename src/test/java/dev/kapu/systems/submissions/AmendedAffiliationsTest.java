package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dormitory amends its own affiliation of a pupil for whom a school answers, and nothing else of theirs (K12). */
@HubTest
class AmendedAffiliationsTest {
    private static final String HOURS = "<s:affiliation><s:weeklyHours>60.5</s:weeklyHours></s:affiliation>";

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode dormitory;
    private SubmittingSchool theirs;
    private EducationId pupil;

    @BeforeEach
    void who_lives_in_a_dormitory() {
        var registry = new TestRegistry(jdbc);
        dormitory = registry.institution();
        pupil = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        registry.affiliate(pupil, dormitory, AffiliationType.DORMITORY, TestRegistry.START, null, 40);
        theirs = SubmittingSchool.of(port, credentials, dormitory);
    }

    @Test
    void hours_of_its_own_affiliation_change_when_the_office_accepts() {
        var office = SubmittingSchool.office(port, credentials);

        var submitted = submit(HOURS);
        office.submissions("confirmAuthentication", TestForms.barcode(first(submitted, "barcode")));
        assertThat(first(office.about("accept", first(submitted, "submissionNumber")), "state"))
                .isEqualTo("accepted");

        assertThat(jdbc.sql("select weekly_hours from affiliation where education_id = ? and type = 'dormitory'")
                        .param(pupil.number())
                        .query(String.class)
                        .single())
                .isEqualTo("60.50");
    }

    @Test
    void with_anything_else_it_is_told_at_once_as_if_the_person_were_unknown() {
        var submitted = submit(HOURS + "<s:remove>socialSecurityNumber</s:remove>");

        assertThat(first(submitted, "state")).isEqualTo("refused");
        assertThat(all(submitted, "code")).containsExactly("Client.Person.NotFound");
    }

    @Test
    void an_affiliation_that_it_does_not_hold_is_found_missing_at_once() {
        var type = "<s:affiliation><s:type>apprenticeship</s:type><s:weeklyHours>20</s:weeklyHours></s:affiliation>";

        assertThat(all(submit(type), "code")).containsExactly("Client.Affiliation.NotFound");
    }

    private String submit(String change) {
        return theirs.amendments(
                "submitAmendments",
                TestForms.head(dormitory, "") + "<entry><s:educationId>" + pupil.text()
                        + "</s:educationId><s:reason>post</s:reason><s:changedOn>" + TestRegistry.TODAY
                        + "</s:changedOn>" + change + "</entry>");
    }
}
