package dev.kapu.systems;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K1: an ID is for life, also one that a merger retired; every operation follows it and answers with the present one. */
@HubTest
class RetiredIdTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId present;
    private EducationId retired;

    @BeforeEach
    void merger() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        present = registry.personAt(school, COMPULSORY_STUDENT);
        retired = registry.personAt(school, DORMITORY);
        reviews.decide(reviews.suspect(school, present, retired), new Merge(present, retired));
    }

    @ParameterizedTest
    @CsvSource({
        "school-program, PersonRegistry, get-person-represented",
        "school-program, PersonRegistry, get-subject-file",
        "school-program, Affiliations, list-affiliations",
        "school-program, Affiliations, start-affiliation",
        "school-program, Affiliations, end-affiliation",
        "school-program, Affiliations, hand-over",
        "school-program, IdCards, request-card",
        "id-card-office, IdCards, get-cardholder"
    })
    void a_retired_id_leads_to_the_person(String partner, String service, String envelope) {
        var answer = ask(partner, service, envelope);

        assertThat(answer.substring(answer.indexOf("Body>")))
                .contains("educationId>" + present.text() + "<")
                .doesNotContain("educationId>" + retired.text() + "<", "Fault>");
    }

    @Test
    void an_unattached_person_is_found_by_a_retired_id() {
        jdbc.sql("update affiliation set end_date = ? where education_id = ?")
                .params(TODAY.minusDays(3), present.number())
                .update();

        assertThat(ask("school-program", "PersonRegistry", "find-unattached"))
                .contains("educationId>" + present.text() + "<", "unattachedSince>" + TODAY.minusDays(2) + "<");
    }

    @Test
    void a_person_sees_who_looked_by_the_retired_id_K27() {
        var first = registry.personAt(school, DORMITORY);
        askAbout(first, "school-program", "PersonRegistry", "get-person-represented");
        reviews.decide(reviews.suspect(school, present, first), new Merge(present, first));

        assertThat(askAbout(present, "school-program", "PersonRegistry", "get-subject-file"))
                .contains("operation>PersonRegistry/getPerson<");
    }

    private String ask(String partner, String service, String envelope) {
        return askAbout(retired, partner, service, envelope);
    }

    private String askAbout(EducationId person, String partner, String service, String envelope) {
        // Whoever starts an affiliation has none yet.
        var institution = envelope.equals("start-affiliation") ? registry.institution() : school;
        var values = new HashMap<>(Map.of(
                "institution", institution.text(),
                "person", person.text(),
                "born", "2010-05-01",
                "type", envelope.equals("start-affiliation") ? "dormitory" : "compulsory-student",
                "start", TODAY.toString(),
                "end", TODAY.minusDays(1).toString(),
                "hours", "10",
                "to", registry.institution().text()));
        return new PartnerClient(port, credentials, partner)
                .ask(service, PartnerClient.envelope(envelope, values))
                .body();
    }
}
