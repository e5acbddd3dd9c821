package dev.kapu.systems;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** W4 and W6 over SOAP, as the guide tells them. */
@HubTest
class ChangeOfInstitutionTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private PartnerClient schools;
    private InstitutionCode old;
    private InstitutionCode next;
    private EducationId pupil;

    @BeforeEach
    void aPupil() {
        registry = new TestRegistry(jdbc);
        schools = new PartnerClient(port, credentials, "school-program");
        old = registry.institution();
        next = registry.institution();
        pupil = registry.personAt(old, COMPULSORY_STUDENT);
    }

    @Test
    void a_pupil_moves_the_old_school_ends_the_new_one_starts_and_checks_the_data_W6() {
        assertThat(ask("Affiliations", "start-affiliation", next, starting()))
                .contains("Client.Affiliation.HeldElsewhere")
                .doesNotContain(old.text());
        assertThat(ask("PersonRegistry", "find-unattached", next, Map.of("born", "2010-05-01")))
                .contains("Client.Person.NotFound");

        assertThat(ask(
                        "Affiliations",
                        "end-affiliation",
                        old,
                        Map.of(
                                "type",
                                "compulsory-student",
                                "end",
                                TODAY.minusDays(1).toString())))
                .contains("endAffiliationResponse")
                .contains("responsible>false<");
        assertThat(ask("PersonRegistry", "find-unattached", next, Map.of("born", "2010-05-01")))
                .contains("unattachedSince>" + TODAY + "<")
                .contains("mustAmend>false<")
                .doesNotContain("Anna", "Győr");
        var start = PartnerClient.envelope("start-affiliation", values(next, starting()));
        var started = schools.ask("Affiliations", start).body();

        assertThat(started)
                .contains("dataToCheck>true<")
                .contains("rule>compulsory-schooling<")
                .contains("because compulsory schooling here since " + TODAY)
                .contains("responsibleInstitution>" + next.text() + "<");
        assertThat(schools.ask("Affiliations", start).body()).contains("dataToCheck>true<");
        assertThat(ask("PersonRegistry", "get-person-represented", next, Map.of()))
                .contains("Anna", "Duna u. 3.");
        assertThat(ask("PersonRegistry", "get-person-represented", old, Map.of()))
                .contains("Client.Person.NotFound");
        assertThat(registry.responsible(pupil)).isEqualTo(next.text());
    }

    @Test
    void who_represents_both_institutions_hands_over_in_one_message() {
        var values = Map.of(
                "to",
                next.text(),
                "type",
                "compulsory-student",
                "start",
                TODAY.toString(),
                "end",
                TODAY.minusDays(1).toString());

        var answer = ask("Affiliations", "hand-over", old, values);

        assertThat(answer).contains("handOverResponse").contains("endDate>" + TODAY.minusDays(1) + "<");
        assertThat(registry.responsible(pupil)).isEqualTo(next.text());
        assertThat(ask("Affiliations", "list-affiliations", next, Map.of()))
                .contains(old.text(), next.text(), "mert itt teljesíti a tankötelezettségét " + TODAY + " óta");
    }

    @Test
    void a_second_end_is_told_to_the_institution_that_reported_the_first_K11() {
        var end = Map.of("type", "compulsory-student", "end", TODAY.minusDays(1).toString());
        assertThat(ask("Affiliations", "end-affiliation", old, end)).contains("endAffiliationResponse");

        assertThat(ask("Affiliations", "end-affiliation", old, end))
                .contains("Client.Affiliation.AlreadyEnded", "már megszűnt");
        assertThat(ask("Affiliations", "end-affiliation", next, end))
                .contains("Client.Person.NotFound")
                .doesNotContain("AlreadyEnded");
    }

    @Test
    void an_education_ID_alone_starts_nothing_W4() {
        var guessed = Map.of("type", "dormitory", "start", TODAY.toString(), "hours", "10", "born", "2010-05-02");

        assertThat(ask("Affiliations", "start-affiliation", next, guessed))
                .contains("Client.Person.NotFound")
                .doesNotContain("Anna");
    }

    @Test
    void an_announced_start_is_taken_back_K14() {
        ask("Affiliations", "end-affiliation", old, Map.of("type", "compulsory-student", "end", TODAY.toString()));
        var announced =
                Map.of("type", "compulsory-student", "start", TODAY.plusDays(7).toString(), "hours", "24");
        assertThat(ask("Affiliations", "start-affiliation", next, announced)).contains("startAffiliationResponse");

        assertThat(ask("Affiliations", "cancel-affiliation", next, Map.of("type", "compulsory-student")))
                .contains("cancelAffiliationResponse", "startDate>" + TODAY.plusDays(7) + "<");

        assertThat(registry.responsible(pupil)).isNull();
        assertThat(ask("Affiliations", "cancel-affiliation", next, Map.of("type", "compulsory-student")))
                .contains("Client.Affiliation.NotFound");
    }

    @Test
    void nobody_but_the_office_lists_all_whom_an_institution_holds() {
        var envelope = PartnerClient.envelope("list-affiliations", values(old, Map.of()))
                .replaceFirst("<educationId>.*</educationId>", "<institutionCode>" + old.text() + "</institutionCode>");

        assertThat(schools.ask("Affiliations", envelope).body()).contains("Client.Message.Invalid");
    }

    @Test
    void nobody_starts_an_affiliation_in_the_name_of_another_institution() {
        var envelope = PartnerClient.envelope("start-affiliation", values(next, starting()))
                .replace("<institutionCode>" + next.text(), "<institutionCode>" + old.text());

        assertThat(schools.ask("Affiliations", envelope).body()).contains("Client.Permission.RepresentationRefused");
    }

    @Test
    void what_was_reported_late_is_seen_by_the_institution_K13() {
        ask(
                "Affiliations",
                "end-affiliation",
                old,
                Map.of("type", "compulsory-student", "end", TODAY.minusDays(20).toString()));
        var period = Map.of("from", TODAY.minusDays(1).toString(), "until", TODAY.toString());

        var answer = ask("Affiliations", "list-late-reports", old, period);

        assertThat(answer)
                .contains("kind>end<", "happenedOn>" + TODAY.minusDays(20) + "<", "daysLate>5<", pupil.text())
                .contains("late>2<", "reported>2<");
        assertThat(ask("Affiliations", "list-late-reports", next, period)).contains("reported>0<");
        assertThat(schools.ask(
                                "Affiliations",
                                PartnerClient.envelope("list-late-reports", values(old, period))
                                        .replace("</until>", "</until><summaryOnly>true</summaryOnly>"))
                        .body())
                .contains("late>2<")
                .doesNotContain(pupil.text());
    }

    @Test
    void a_person_sees_what_is_held_and_who_looked_K27() {
        ask("PersonRegistry", "get-person-represented", old, Map.of());
        ask(
                "Affiliations",
                "start-affiliation",
                next,
                Map.of("type", "dormitory", "start", TODAY.toString(), "hours", "10"));

        var file = ask("PersonRegistry", "get-subject-file", old, Map.of());

        assertThat(file)
                .contains("Duna u. 3.", "rule>compulsory-schooling<", "kind>affiliation-started<")
                .contains("operation>PersonRegistry/getPerson<", "purpose>keep-register<", "disclosedField>residence<");
        assertThat(file.substring(file.indexOf("Body>"))).doesNotContain("HU17");
        assertThat(ask("PersonRegistry", "get-subject-file", registry.institution(), Map.of()))
                .contains("Client.Person.NotFound");
    }

    private Map<String, String> starting() {
        return Map.of("type", "compulsory-student", "start", TODAY.toString(), "hours", "24");
    }

    private String ask(String service, String operation, InstitutionCode institution, Map<String, String> more) {
        return schools.ask(service, PartnerClient.envelope(operation, values(institution, more)))
                .body();
    }

    private Map<String, String> values(InstitutionCode institution, Map<String, String> more) {
        var values = new LinkedHashMap<String, String>(more);
        values.put("institution", institution.text());
        values.put("person", pupil.text());
        values.putIfAbsent("born", TestRegistry.BORN.toString());
        return values;
    }
}
