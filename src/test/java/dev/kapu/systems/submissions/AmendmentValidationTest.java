package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever acceptance would refuse of an amendment is told before anybody signs and posts it (K12). */
@HubTest
class AmendmentValidationTest {
    private static final String MOVE = """
            <s:residence><s:country>HU</s:country><s:postcode>6720</s:postcode><s:settlement>Szeged</s:settlement>\
            <s:street>Tisza u. 1.</s:street></s:residence>""";

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode institution;
    private SubmittingSchool school;
    private EducationId pupil;

    @BeforeEach
    void pupil() {
        institution = new TestRegistry(jdbc).institution();
        school = SubmittingSchool.of(port, credentials, institution);
        pupil = registered(TestPeople.child(), institution);
    }

    @Test
    void a_person_of_another_institution_and_an_unknown_one_are_alike() {
        var strangers = registered(TestPeople.child(), new TestRegistry(jdbc).institution());

        var checked = validated(
                entry(strangers.text(), MOVE) + entry(TestRegistry.freeId().text(), MOVE) + entry(pupil.text(), MOVE));

        assertThat(all(checked, "outcome")).containsExactly("refused", "refused", "pending");
        assertThat(all(checked, "code")).containsExactly("Client.Person.NotFound", "Client.Person.NotFound");
        assertThat(all(checked, "field")).containsExactly("educationId", "educationId");
    }

    @Test
    void whom_it_asked_about_is_on_the_record_as_of_any_lookup_K21() {
        var strangers = registered(TestPeople.child(), new TestRegistry(jdbc).institution());

        validated(entry(strangers.text(), MOVE) + entry(pupil.text(), MOVE));

        for (var asked : new EducationId[] {strangers, pupil}) {
            assertThat(jdbc.sql("select count(*) from disclosure where operation = 'Amendments/validateAmendments'"
                                    + " and ? = any (persons)")
                            .param(asked.text())
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void one_wrong_check_digit_is_a_finding_of_its_entry_and_the_others_go_on() {
        var entries = entry(AffiliationFormsTest.misspelt(pupil), MOVE) + entry(pupil.text(), MOVE);

        var checked = validated(entries);
        var submitted = school.amendments("submitAmendments", TestForms.head(institution, "") + entries);

        for (var answer : new String[] {checked, submitted}) {
            assertThat(all(answer, "outcome")).containsExactly("refused", "pending");
            assertThat(all(answer, "code")).containsExactly("Client.Person.EducationIdInvalid");
        }
        var number = first(submitted, "submissionNumber");
        assertThat(all(school.about("getStatus", number), "outcome")).containsExactly("refused", "pending");
        assertThat(first(submitted, "state")).isEqualTo("received");
    }

    @Test
    void who_would_become_somebody_else_is_told_K2() {
        var other = TestPeople.child();
        registered(other, institution);
        var name = "<s:family>%s</s:family><s:given>%s</s:given>";
        var own = name.formatted(other.birthName().family(), other.birthName().given());
        var mother =
                name.formatted(other.motherName().family(), other.motherName().given());

        var checked = validated(entry(
                pupil.text(),
                "<s:name>" + own + "</s:name><s:birthName>" + own + "</s:birthName><s:motherName>" + mother
                        + "</s:motherName><s:birthPlace>" + other.birthPlace() + "</s:birthPlace><s:birthDate>"
                        + other.birthDate() + "</s:birthDate>" + residence(other)));

        assertThat(all(checked, "code")).containsExactly("Client.Person.WouldBeDouble");
    }

    @Test
    void a_post_of_who_is_no_staff_and_wrong_values_are_told() {
        var checked = validated(entry(pupil.text(), "<s:post>tanár</s:post>")
                + entry(pupil.text(), "<s:birthDate>2999-01-01</s:birthDate>"));

        assertThat(all(checked, "code"))
                .containsExactly(
                        "Client.Submission.RoleMismatch",
                        "Client.Person.BirthDateInvalid",
                        "Client.Person.ChangeDateInvalid");
        assertThat(all(checked, "field")).containsExactly("post", "birthDate", "changedOn");
    }

    @Test
    void validation_stores_nothing_and_a_submission_finds_the_same() {
        var entries = entry(TestRegistry.freeId().text(), MOVE) + entry(pupil.text(), MOVE);

        var checked = validated(entries);

        assertThat(all(school.submissions("listSubmissions", ""), "submissionNumber"))
                .isEmpty();
        var submitted = school.amendments("submitAmendments", TestForms.head(institution, "") + entries);
        assertThat(all(submitted, "outcome")).isEqualTo(all(checked, "outcome"));
        assertThat(all(submitted, "code")).isEqualTo(all(checked, "code"));
    }

    private String validated(String entries) {
        return school.amendments("validateAmendments", TestForms.head(institution, "") + entries);
    }

    private static String entry(String id, String changes) {
        return "<entry><s:educationId>" + id + "</s:educationId><s:reason>correction</s:reason><s:changedOn>"
                + TestRegistry.TODAY + "</s:changedOn>" + changes + "</entry>";
    }

    private static String residence(NewPerson of) {
        var home = java.util.Objects.requireNonNull(of.residence());
        return "<s:residence><s:country>HU</s:country><s:postcode>%s</s:postcode><s:settlement>%s</s:settlement><s:street>%s</s:street></s:residence>"
                .formatted(home.postcode(), home.settlement(), home.street());
    }

    private EducationId registered(NewPerson person, InstitutionCode at) {
        return TestPeople.registered(registrations, person, at, AffiliationType.COMPULSORY_STUDENT);
    }
}
