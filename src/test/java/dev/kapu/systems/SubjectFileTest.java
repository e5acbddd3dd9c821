package dev.kapu.systems;

import static dev.kapu.highereducation.AcademicRole.Kind.LECTURER;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.exams.Correction;
import dev.kapu.exams.DocumentKind;
import dev.kapu.exams.ExamCandidates;
import dev.kapu.exams.ExamDocuments;
import dev.kapu.exams.ExamType;
import dev.kapu.exams.TestExams;
import dev.kapu.highereducation.AcademicRoles;
import dev.kapu.personnel.Messages;
import dev.kapu.personnel.StaffReports;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.identification.Identity;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K27: everything that is held about a person, and nothing that is held about another. */
@HubTest
class SubjectFileTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ExamCandidates candidates;

    @Autowired
    private ExamDocuments exams;

    @Autowired
    private AcademicRoles roles;

    @Autowired
    private StaffReports staff;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId id;

    @BeforeEach
    void teacher() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        id = registry.personAt(school, MAIN_EMPLOYMENT);
    }

    @Test
    void the_qualification_is_in_it_and_in_what_the_school_reads() {
        jdbc.sql("update person set qualification = 'okleveles tanár' where education_id = ?")
                .param(id.number())
                .update();

        assertThat(ask("get-subject-file")).contains("qualification>okleveles tanár<");
        assertThat(ask("get-person-represented")).contains("qualification>okleveles tanár<");
    }

    @Test
    void a_review_is_in_it_but_not_the_other_person() {
        var other = registry.personAt(registry.institution(), MAIN_EMPLOYMENT);
        var review = reviews.suspect(registry.institution(), id, other);

        assertThat(ask("get-subject-file")).contains("reviewId>" + review + "<", "state>open<");
        reviews.decide(review, new DifferentPerson());

        assertThat(ask("get-subject-file"))
                .contains("state>different-person<", "decidedAt>")
                .doesNotContain(other.text());
    }

    @Test
    void the_submission_from_which_data_came_is_in_it() {
        jdbc.sql("""
                insert into submission (number, institution_code, form, all_or_nothing, hash, entries, state, state_since,
                                        submitted_by, received_at, canonical_form)
                values (?, ?, 'KIR-P-51', false, sha256('a'), 1, 'accepted', now(), 'school-program', now(), 2)""").params(number(), school.text()).update();
        jdbc.sql("""
                insert into submission_entry (number, position, data, outcome, education_id)
                values (?, 1, '{}', 'registered', ?)""").params(number(), id.number()).update();

        assertThat(ask("get-subject-file"))
                .contains("submissionNumber>" + number() + "<", "formCode>KIR-P-51<", "outcome>registered<");
    }

    @Test
    void what_exams_and_higher_education_keep_is_in_it_and_what_was_corrected() {
        exams.correct(certificate(), "exam-registry", EVERYONE);
        roles.adopt(
                new Identity(id, TestExams.NAME, TestRegistry.BORN), LECTURER, "higher-education-registry", EVERYONE);

        assertThat(ask("get-subject-file"))
                .contains("kind>exam-candidacy<", "kind>exam-document<", "kind>academic-role<", "value>lecturer<")
                .contains("value>intermediate, 4, 71%<", "value>intermediate, 5, 88%<", "value>OH-12/2026<");
    }

    @Test
    void what_the_personnel_module_said_is_in_it_but_not_what_is_about_somebody_else() {
        staff.report(List.of(
                new Messages(id, TestRegistry.BORN).title(1, TestRegistry.TODAY, school, MAIN_EMPLOYMENT, "igazgató"),
                new Messages(id, TestRegistry.BORN.plusDays(1))
                        .title(2, TestRegistry.TODAY, school, MAIN_EMPLOYMENT, "portás")));

        assertThat(ask("get-subject-file"))
                .contains("kind>personnel-message<", "value>igazgató<", "value>applied<")
                .doesNotContain("portás");
    }

    private Correction certificate() {
        candidates.register(
                new Identity(id, TestExams.NAME, TestRegistry.BORN),
                TestExams.SESSION,
                ExamType.ORDINARY,
                school,
                "exam-registry",
                EVERYONE);
        var document = TestExams.document(id, DocumentKind.CERTIFICATE, ExamType.ORDINARY, TestExams.MATHEMATICS);
        exams.register(document, "exam-registry", new Reach(Scope.CANDIDATES_OF_THIS_EXAM, null));
        return new Correction(document.number(), "OH-12/2026", "elírás", false, null, List.of(TestExams.HISTORY));
    }

    private String number() {
        return "1999-" + id.text().substring(3);
    }

    private String ask(String envelope) {
        return new PartnerClient(port, credentials, "school-program")
                .ask(
                        "PersonRegistry",
                        PartnerClient.envelope(envelope, Map.of("institution", school.text(), "person", id.text())))
                .body();
    }
}
