package dev.kapu.systems;

import static dev.kapu.highereducation.AcademicRole.Kind.LECTURER;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.exams.Correction;
import dev.kapu.exams.Correction.Effect;
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
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.identification.Identity;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
                new Identity(id, TestExams.NAME, TestRegistry.BORN),
                LECTURER,
                null,
                "higher-education-registry",
                EVERYONE);

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

    @Test
    void how_the_personnel_module_differs_and_as_what_one_was_counted_is_in_it() {
        jdbc.sql("insert into personnel_comparison (institution_code, day, differing) values (?, ?, 1)")
                .params(school.text(), TestRegistry.TODAY)
                .update();
        jdbc.sql("insert into personnel_difference values (?, ?, 'main-employment', 'differs', '{post,weeklyHours}')")
                .params(school.text(), id.number())
                .update();
        jdbc.sql("insert into statistics_gone values (?, 123456)")
                .param(id.number())
                .update();

        assertThat(ask("get-subject-file"))
                .contains("kind>personnel-difference<", "value>differs<", "value>post, weeklyHours<")
                .contains("kind>statistics-past<", "value>123456<");
    }

    @Test
    void it_needs_the_persons_request_which_stands_in_the_record() {
        assertThat(sent(
                        school,
                        PartnerClient.envelope("get-subject-file", values())
                                .replaceFirst("<requestReference>.*</requestReference>", "")))
                .contains("Client.Message.Invalid", "requestReference");

        ask("get-subject-file");

        assertThat(jdbc.sql("""
                        select case_reference from disclosure
                         where operation = 'PersonRegistry/getSubjectFile' and ? = any (persons)""").param(id.text()).query(String.class).list()).containsExactly("K-27/2026");
    }

    @Test
    void only_the_institution_that_answers_gives_it_K5_K27() {
        var lessons = registry.institution();
        registry.affiliate(id, lessons, AffiliationType.HOURLY_PAID, TestRegistry.START, null, 4);

        assertThat(sent(lessons, PartnerClient.envelope("get-person-represented", values())))
                .contains("Duna u. 3.");
        assertThat(sent(lessons, PartnerClient.envelope("get-subject-file", values())))
                .contains("Client.Person.NotFound")
                .doesNotContain("Duna u. 3.");
    }

    @Test
    void looks_come_by_the_page_and_refusals_after_them() {
        jdbc.sql("""
                insert into disclosure (at, channel, partner, operation, outcome, reason, persons, fields, request_bytes,
                                        answer_bytes, duration_micros, request_hash, salt)
                select now(), 'HTTP', 'p' || n, 'PersonRegistry/verifyPerson',
                       case when n <= 1100 then 'ANSWERED' else 'REFUSED' end,
                       case when n <= 1100 then null else 'Client.Person.NotFound' end, array[cast(? as text)], '{}', 1, 1, 1, '', ''
                  from generate_series(1, 1900) n""").param(id.text()).update();

        var first = ask("get-subject-file");
        assertThat(partners(first)).hasSize(1000).startsWith("p1100").endsWith("p101");
        assertThat(first).contains("more>true<", "Duna u. 3.");

        var second = after(first);
        assertThat(partners(second)).hasSize(900).startsWith("p100").endsWith("p1101");
        assertThat(partners(second).subList(99, 101)).containsExactly("p1", "p1900");
        assertThat(second).contains("more>false<").doesNotContain("Duna u. 3.");
    }

    private String after(String page) {
        var last = Pattern.compile("recordNumber>([0-9]+)<")
                .matcher(page)
                .results()
                .reduce((one, next) -> next)
                .orElseThrow()
                .group(1);
        return sent(
                school,
                PartnerClient.envelope("get-subject-file", values())
                        .replace(
                                "</requestReference>",
                                "</requestReference><disclosuresBefore>" + last + "</disclosuresBefore>"));
    }

    private static List<String> partners(String file) {
        return Pattern.compile("disclosure>.*?partner>([^<]*)<", Pattern.DOTALL)
                .matcher(file)
                .results()
                .map(found -> found.group(1))
                .toList();
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
        return new Correction(
                document.number(), "OH-12/2026", "elírás", Effect.CORRECTED, TestExams.right(TestExams.HISTORY));
    }

    private String number() {
        return "1999-" + id.text().substring(3);
    }

    private String ask(String envelope) {
        return sent(school, PartnerClient.envelope(envelope, values()));
    }

    private Map<String, String> values() {
        return Map.of("institution", school.text(), "person", id.text());
    }

    private String sent(InstitutionCode institution, String envelope) {
        return new PartnerClient(port, credentials, "school-program")
                .ask("PersonRegistry", envelope.replace(school.text(), institution.text()))
                .body();
    }
}
