package dev.kapu.systems.exams;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.exams.TestExams;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S5 over SOAP: the school registers a candidate, the exam registry gives the documents, each sees its own. */
@HubTest
class ExamRegistryTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;
    private PartnerClient schools;
    private PartnerClient exams;
    private String number;

    @BeforeEach
    void aPupil() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.STUDENT);
        schools = new PartnerClient(port, credentials, "school-program");
        exams = new PartnerClient(port, credentials, "exam-registry");
        number = TestExams.number();
    }

    @Test
    void an_exam_from_the_candidate_to_the_corrected_certificate() {
        assertThat(bySchool("register-candidate", "exam", "ordinary")).contains("registerCandidateResponse");
        assertThat(byRegistry("get-candidate"))
                .contains("Nagy Lászlóné Kovács", "birthPlace>Győr<", "examType>ordinary<")
                .doesNotContain("Duna u. 3.", "111111110");

        assertThat(byRegistry("register-certificate", "exam", "ordinary"))
                .contains("documentKind>certificate<", "institutionCode>" + school.text() + "<", "documentVersion>1<");
        assertThat(byRegistry("correct-document"))
                .contains("mark>5<", "decisionReference>OH-12/2026<", "documentVersion>2<");

        assertThat(byRegistry("get-document")).contains("mark>4<", "mark>5<", "Elírt osztályzat");
        assertThat(bySchool("get-results", "exam", ""))
                .contains("documentNumber>" + number + "<", "mark>5<", "Nagy Lászlóné Kovács")
                .doesNotContain("OH-12/2026", "Elírt", "mark>4<");
    }

    @Test
    void name_and_kind_of_exam_are_corrected_and_the_school_hears_of_a_further_version() {
        bySchool("register-candidate", "exam", "ordinary");
        byRegistry("register-certificate", "exam", "ordinary");

        assertThat(byRegistry("correct-document-head"))
                .contains("Anna Mária<", "examType>deferred<", "mark>4<", "documentVersion>2<");

        assertThat(bySchool("get-results", "exam", "")).contains("Anna Mária<").doesNotContain("Nagy Lászlóné");
        assertThat(byRegistry("get-document")).contains("Nagy Lászlóné Kovács", "Anna Mária<", "Elírt név");
        assertThat(byRegistry("correct-document-head")).contains("Client.Exam.NothingCorrected");
        assertThat(decided("<examType>early</examType>")).contains("Client.Exam.DocumentRefused");
        assertThat(decided("<registeredName><p:family xmlns:p=\"urn:kapu:person:v1\">Nagy</p:family></registeredName>"))
                .contains("Client.Message.Invalid", "registeredName");
        await().untilAsserted(() -> assertThat(eventsToSchool()).hasSize(2));
    }

    @Test
    void an_annulment_that_was_a_mistake_is_taken_back_by_a_decision() {
        bySchool("register-candidate", "exam", "ordinary");
        byRegistry("register-certificate", "exam", "ordinary");

        assertThat(decided("<annul>true</annul>")).contains("valid>false<", "documentVersion>2<");
        assertThat(byRegistry("correct-document")).contains("Client.Exam.Annulled");
        assertThat(decided("<reinstate>true</reinstate>")).contains("valid>true<", "documentVersion>3<", "mark>4<");
        assertThat(decided("<reinstate>true</reinstate>")).contains("Client.Message.Invalid", "reinstate");
    }

    @Test
    void an_early_exam_gives_an_extract_and_never_a_certificate() {
        bySchool("register-candidate", "exam", "early");

        assertThat(byRegistry("register-certificate", "exam", "early")).contains("Client.Exam.DocumentRefused");
        assertThat(byRegistry("register-extract", "exam", "early")).contains("documentKind>extract<");
    }

    @Test
    void after_a_change_of_name_a_statement_shows_the_new_one_and_the_certificate_the_old_one_K4() {
        bySchool("register-candidate", "exam", "ordinary");
        byRegistry("register-certificate", "exam", "ordinary");
        jdbc.sql("update person set family_name = 'Kiss Gáborné' where education_id = ?")
                .param(pupil.number())
                .update();
        var changed = Map.of("family", "Kiss Gáborné", "exam", "supplementary");
        assertThat(exams.ask("ExamRegistry", forNobody("register-candidate", changed))
                        .body())
                .contains("registerCandidateResponse");
        var statement = Map.of("exam", "supplementary", "subject", "tortenelem", "number", TestExams.number());
        assertThat(exams.ask("ExamRegistry", forNobody("register-statement", statement))
                        .body())
                .contains("documentKind>statement<");

        assertThat(byRegistry("get-results"))
                .contains("Nagy Lászlóné Kovács", "Kiss Gáborné", "matematika", "tortenelem");
    }

    @Test
    void who_withdraws_is_to_the_exam_registry_as_if_nobody_had_registered_them() {
        bySchool("register-candidate", "exam", "ordinary");

        assertThat(bySchool("withdraw-candidate", "exam", "ordinary")).contains("withdrawnAt>");

        var unknown = Map.of("person", TestRegistry.freeId().text());
        assertThat(withoutIds(byRegistry("get-candidate")))
                .contains("Client.Person.NotFound")
                .isEqualTo(withoutIds(exams.ask("ExamRegistry", forNobody("get-candidate", unknown))
                        .body()));
        assertThat(byRegistry("register-certificate", "exam", "ordinary")).contains("Client.Person.NotFound");
    }

    private static String withoutIds(String answer) {
        return answer.replaceAll("(?i)id>[^<]*<", "id><");
    }

    @Test
    void the_exam_registry_reads_nobody_whom_nobody_has_registered() {
        assertThat(byRegistry("get-candidate")).contains("Client.Person.NotFound");
        assertThat(byRegistry("register-certificate", "exam", "ordinary")).contains("Client.Person.NotFound");
        assertThat(byRegistry("get-results")).contains("Client.Person.NotFound");
    }

    @Test
    void a_wrong_birth_date_is_answered_as_an_unknown_person() {
        var wrong = Map.of("exam", "ordinary", "born", "2010-05-02");
        var unknown = Map.of("exam", "ordinary", "person", TestRegistry.freeId().text());

        for (var claim : List.of(wrong, unknown)) {
            assertThat(exams.ask("ExamRegistry", forNobody("register-candidate", claim))
                            .body())
                    .contains("Client.Person.NotFound");
        }
    }

    @Test
    void another_school_sees_no_results_and_registers_no_candidate() {
        bySchool("register-candidate", "exam", "ordinary");
        byRegistry("register-certificate", "exam", "ordinary");
        var other = Map.of("institution", registry.institution().text(), "exam", "ordinary");

        for (var operation : List.of("get-results", "register-candidate")) {
            assertThat(schools.ask("ExamRegistry", envelope(operation, other)).body())
                    .contains("Client.Person.NotFound")
                    .doesNotContain(number);
        }
        assertThat(new PartnerClient(port, credentials, "id-card-office")
                        .ask("ExamRegistry", forNobody("get-results", Map.of()))
                        .body())
                .contains("Client.Permission.NotPermitted");
    }

    @Test
    void an_employer_learns_nothing_of_the_exams_of_its_staff() {
        pupil = registry.personAt(school, AffiliationType.MAIN_EMPLOYMENT);
        exams.ask("ExamRegistry", forNobody("register-candidate", Map.of("exam", "ordinary")));
        assertThat(byRegistry("register-certificate", "exam", "ordinary")).contains(number);

        assertThat(bySchool("get-results", "exam", "")).contains("Client.Person.NotFound");
        await().untilAsserted(() ->
                assertThat(eventsToSchool()).singleElement().asString().startsWith("REFUSED"));
    }

    @Test
    void the_school_learns_of_the_document_by_queue_without_its_results() {
        bySchool("register-candidate", "exam", "ordinary");
        byRegistry("register-certificate", "exam", "ordinary");

        await().untilAsserted(() -> assertThat(eventsToSchool())
                .singleElement()
                .asString()
                .startsWith("ANSWERED")
                .contains("documentNumber", "documentKind")
                .doesNotContain("result"));
    }

    private List<String> eventsToSchool() {
        return jdbc.sql("""
                select outcome || ' ' || array_to_string(fields, ',') from disclosure
                 where operation = 'events/examDocumentRegistered' and partner = 'school-program'
                   and ? = any (persons)""").param(pupil.text()).query(String.class).list();
    }

    private String bySchool(String envelope, String name, String value) {
        return schools.ask("ExamRegistry", envelope(envelope, Map.of(name, value)))
                .body();
    }

    private String decided(String what) {
        return exams.ask(
                        "ExamRegistry",
                        forNobody("correct-document", Map.of()).replaceFirst("(?s)<result>.*</result>", what))
                .body();
    }

    private String byRegistry(String envelope) {
        return byRegistry(envelope, "exam", "");
    }

    private String byRegistry(String envelope, String name, String value) {
        return exams.ask("ExamRegistry", forNobody(envelope, Map.of(name, value)))
                .body();
    }

    private String forNobody(String envelope, Map<String, String> more) {
        return envelope(envelope, more).replaceFirst("(?s)<r:representedParty>.*</r:representedParty>", "");
    }

    private String envelope(String name, Map<String, String> more) {
        var values = new HashMap<>(Map.of(
                "institution", school.text(),
                "person", pupil.text(),
                "family", "Nagy Lászlóné Kovács",
                "given", "Anna",
                "born", TestRegistry.BORN.toString(),
                "session", TestExams.SESSION.text(),
                "number", number,
                "issued", TODAY.toString(),
                "subject", "matematika"));
        values.putAll(more);
        return PartnerClient.envelope("examples/" + name, values);
    }
}
