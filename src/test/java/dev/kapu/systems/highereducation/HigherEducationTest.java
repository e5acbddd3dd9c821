package dev.kapu.systems.highereducation;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.exams.TestExams;
import dev.kapu.highereducation.TestRounds;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S6 and S7 over SOAP: applicants with their results, and the ID in further roles. */
@HubTest
class HigherEducationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private EducationId person;

    @BeforeEach
    void aPerson() {
        registry = new TestRegistry(jdbc);
        person = registry.person();
    }

    @Test
    void an_applicant_comes_with_data_and_results_and_nothing_is_typed_twice_K24() {
        var number = TestExams.number();
        var school = registry.institution().text();
        var exam = Map.of(
                "exam",
                "ordinary",
                "session",
                TestExams.SESSION.text(),
                "number",
                number,
                "institution",
                school,
                "issued",
                TODAY.toString(),
                "subject",
                "matematika");
        ask("exam-registry", "ExamRegistry", "register-candidate", exam);
        assertThat(ask("exam-registry", "ExamRegistry", "register-certificate", exam))
                .contains(number);

        assertThat(ofAdmissions("get-applicant")).contains("Client.Person.NotFound");
        assertThat(ask("higher-education-admissions", "ExamRegistry", "get-results", Map.of()))
                .contains("Client.Person.NotFound");
        assertThat(ofAdmissions("register-applicant")).contains("reachedUntil");

        assertThat(ofAdmissions("get-applicant"))
                .contains("Nagy Lászlóné Kovács", "Duna u. 3.", "documentNumber>" + number + "<", "percent>71<")
                .doesNotContain("111111110");
        assertThat(ask("higher-education-admissions", "ExamRegistry", "get-results", Map.of()))
                .contains("documentNumber>" + number + "<");
    }

    @Test
    void who_withdraws_is_read_no_more_and_neither_are_the_results() {
        ofAdmissions("register-applicant");

        assertThat(ofAdmissions("withdraw-applicant")).contains("withdrawnAt>").doesNotContain("reachedUntil");

        assertThat(ofAdmissions("get-applicant")).contains("Client.Person.NotFound");
        assertThat(ofAdmissions("withdraw-applicant")).contains("Client.Person.NotFound");
        assertThat(ask("higher-education-admissions", "ExamRegistry", "get-results", Map.of()))
                .contains("Client.Person.NotFound");
    }

    @Test
    void an_applicant_with_another_birth_date_is_answered_as_an_unknown_one() {
        for (var wrong : List.of(
                Map.of("born", "2010-05-02"),
                Map.of("person", TestRegistry.freeId().text()),
                Map.of("given", "Éva"))) {
            assertThat(ask("higher-education-admissions", "HigherEducationAdmissions", "register-applicant", wrong))
                    .contains("Client.Person.NotFound");
        }
        assertThat(ofAdmissions("get-applicant")).contains("Client.Person.NotFound");
    }

    @Test
    void the_register_takes_the_id_over_and_learns_nothing_else_K3() {
        var adopted = ofRegister("adopt-education-id", Map.of());

        assertThat(adopted)
                .contains("educationId>" + person.text() + "<", "role>student<")
                .doesNotContain("Győr", "Éva", "Anna");
        assertThat(ofRegister("end-role", Map.of("end", TODAY.toString()))).contains("endDate>" + TODAY + "<");
        assertThat(ofRegister("adopt-education-id", Map.of("born", "2010-05-02")))
                .contains("Client.Person.NotFound");
    }

    @Test
    void who_comes_from_abroad_gets_an_id_once_and_can_be_taken_over_with_it_K2() {
        var student = words(TestPeople.child());
        var given = ofRegister("give-education-id", student);

        assertThat(given).contains("state>given<");
        var id = one("educationId", given);
        assertThat(ofRegister("give-education-id", student))
                .as("asked again under another message id")
                .contains("state>given<", one("requestNumber", given), id);
        assertThat(ofRegister("get-education-id-request", Map.of("number", one("requestNumber", given))))
                .contains(id);
        student.put("person", id);
        assertThat(ofRegister("adopt-education-id", student)).contains("educationId>" + id + "<");
    }

    @Test
    void who_is_like_somebody_held_waits_for_the_office_and_nothing_is_told() {
        var student = TestPeople.child();
        var held = one("educationId", ofRegister("give-education-id", words(student)));

        var waits = ofRegister("give-education-id", words(TestPeople.alike(student)));

        assertThat(waits).contains("state>in-review<").doesNotContain(held);
        assertThat(ofRegister("get-education-id-request", Map.of("number", one("requestNumber", waits))))
                .contains("state>in-review<")
                .doesNotContain("educationId>");
    }

    @Test
    void who_does_not_know_the_id_is_told_it_when_the_office_has_seen_the_papers_and_it_is_on_record_K2() {
        var employed = TestPeople.child();
        var school = TestPeople.at(registry.institution(), AffiliationType.MAIN_EMPLOYMENT);
        var held = ((Registered) registrations.register(employed, school))
                .educationId()
                .text();
        var student = words(employed);
        student.put("papers", "FF/2041/2026");

        var waits = ofRegister("give-education-id-held", student);
        var number = Map.of("number", one("requestNumber", waits));

        assertThat(waits).contains("state>in-review<").doesNotContain(held);
        assertThat(ofRegister("get-education-id-request", number)).doesNotContain(held);
        assertThat(told(held)).isZero();
        var review = jdbc.sql("select review::text from education_id_request where number = ?::uuid")
                .param(one("requestNumber", waits))
                .query(String.class)
                .single();
        assertThat(officeSees(review)).contains("papersReference>FF/2041/2026<", held);
        assertThat(ask("registry-office", "Reviews", "decide-review-told", Map.of("review", review, "person", held)))
                .contains("state>same-person<");
        assertThat(ofRegister("get-education-id-request", number))
                .contains("state>already-registered<", "educationId>" + held + "<");
        assertThat(told(held)).isEqualTo(1);
    }

    private String officeSees(String review) {
        var one = PartnerClient.envelope("examples/list-reviews", Map.of())
                .replaceFirst("<limit>[0-9]*</limit>", "<reviewId>" + review + "</reviewId>");
        return new PartnerClient(port, credentials, "registry-office")
                .ask("Reviews", one)
                .body();
    }

    private long told(String held) {
        return jdbc.sql("""
                select count(*) from disclosure
                 where operation = 'HigherEducationRegistry/getEducationIdRequest' and permission = 'higher-education.give'
                   and 'educationId' = any (fields) and ? = any (persons)""").param(held).query(Long.class).single();
    }

    @Test
    void nobody_else_uses_what_is_higher_educations() {
        assertThat(ask("admissions", "HigherEducationAdmissions", "register-applicant", Map.of()))
                .contains("Client.Permission.NotPermitted");
        assertThat(ask("higher-education-admissions", "HigherEducationRegistry", "adopt-education-id", Map.of()))
                .contains("Client.Permission.NotPermitted");
    }

    private String ofAdmissions(String envelope) {
        return ask("higher-education-admissions", "HigherEducationAdmissions", envelope, Map.of());
    }

    private String ofRegister(String envelope, Map<String, String> more) {
        return ask("higher-education-registry", "HigherEducationRegistry", envelope, more);
    }

    private String ask(String partner, String service, String envelope, Map<String, String> more) {
        var values = new HashMap<>(Map.of(
                "person", person.text(),
                "family", "Kovács",
                "given", "Anna",
                "born", TestRegistry.BORN.toString(),
                "round", TestRounds.OPEN.text()));
        values.putAll(more);
        var xml = PartnerClient.envelope("examples/" + envelope, values)
                .replaceFirst("(?s)<r:representedParty>.*</r:representedParty>", "");
        return new PartnerClient(port, credentials, partner).ask(service, xml).body();
    }

    private static Map<String, String> words(NewPerson from) {
        return new HashMap<>(Map.of(
                "family", from.birthName().family(),
                "given", from.birthName().given(),
                "mother", from.motherName().family(),
                "born", from.birthDate().toString()));
    }

    private static String one(String element, String xml) {
        var found = Pattern.compile("<(?:\\w+:)?" + element + ">([^<]+)").matcher(xml);
        assertThat(found.find()).as(xml).isTrue();
        return found.group(1);
    }
}
