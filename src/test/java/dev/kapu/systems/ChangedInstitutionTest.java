package dev.kapu.systems;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K26 over SOAP: reported once by the Office, and every subscribed system hears of it. */
@HubTest
class ChangedInstitutionTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_office_changes_the_master_and_every_subscribed_partner_gets_the_event() {
        var school = new TestRegistry(jdbc).institution().text();
        var office = new PartnerClient(port, credentials, "registry-office");
        var before = number();

        var answer = office.ask(
                        "InstitutionMaster",
                        PartnerClient.envelope(
                                "amend-institution", Map.of("institution", school, "from", TODAY.toString())))
                .body();

        assertThat(answer).contains("amendInstitutionResponse", "Vándor Iskola", "latitude>46.25<");
        assertThat(office.ask("InstitutionMaster", PartnerClient.envelope("changes-since", Map.of("number", before)))
                        .body())
                .contains(school, "name>002.active<", "before>Próba Iskola<", "after>Vándor Iskola<", "more>false<");
        await().untilAsserted(() -> assertThat(jdbc.sql("""
                        select distinct partner from outbox_history
                         where kind = 'institutionChanged' and outcome = 'sent'""").query(String.class).list())
                .contains(
                        "id-card-office",
                        "school-program",
                        "admissions",
                        "exam-registry",
                        "higher-education-admissions",
                        "higher-education-registry",
                        "funding-control",
                        "statistics-office",
                        "registry-office",
                        "personnel-module"));
    }

    @Test
    void the_same_once_more_has_no_number_and_no_event() {
        var school = new TestRegistry(jdbc).institution().text();
        var office = new PartnerClient(port, credentials, "registry-office");
        var values = Map.of("institution", school, "from", TODAY.toString());
        assertThat(office.ask("InstitutionMaster", PartnerClient.envelope("amend-institution", values))
                        .body())
                .contains("changeNumber>");
        var before = number();

        var again = office.ask("InstitutionMaster", PartnerClient.envelope("amend-institution", values))
                .body();

        assertThat(again).contains("amendInstitutionResponse", "Vándor Iskola").doesNotContain("changeNumber>");
        assertThat(office.ask("InstitutionMaster", PartnerClient.envelope("changes-since", Map.of("number", before)))
                        .body())
                .doesNotContain(school);
    }

    @Test
    void who_closes_an_institution_is_told_how_many_are_still_attached_and_lists_them() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var one = registry.personAt(school, AffiliationType.STUDENT);
        var other = registry.personAt(school, AffiliationType.STUDENT);
        var office = new PartnerClient(port, credentials, "registry-office");

        var answer = office.ask(
                        "InstitutionMaster",
                        PartnerClient.envelope(
                                        "amend-institution",
                                        Map.of("institution", school.text(), "from", TODAY.toString()))
                                .replace("      <site>", "      <active>false</active>\n      <site>"))
                .body();

        assertThat(answer).contains("attached>2<");
        assertThat(listed(office, school, "")).contains(one.text(), other.text());
        assertThat(listed(office, school, "<afterEducationId>" + one.text() + "</afterEducationId>"))
                .contains(other.text())
                .doesNotContain("educationId>" + one.text());
    }

    private static String listed(PartnerClient office, InstitutionCode school, String after) {
        var body = "<listAffiliations xmlns=\"urn:kapu:affiliations:v1\"><institutionCode>" + school.text()
                + "</institutionCode>" + after + "</listAffiliations>";
        return office.ask("Affiliations", PartnerClient.envelope("office", Map.of("body", body)))
                .body();
    }

    @Test
    void a_new_institution_is_entered_once_and_its_change_has_a_number() {
        var office = new PartnerClient(port, credentials, "registry-office");
        var before = number();
        var code = TestRegistry.freeCode();
        var founded = Map.of("new", code, "from", TODAY.toString());

        var answer = office.ask("InstitutionMaster", PartnerClient.envelope("register-institution", founded))
                .body();

        assertThat(answer).contains("registerInstitutionResponse", code, "kind>primary<", "001.name<");
        assertThat(office.ask("InstitutionMaster", PartnerClient.envelope("changes-since", Map.of("number", before)))
                        .body())
                .contains(code, "name>name<", "after>Új Iskola<", "name>001.address.settlement<");
        assertThat(office.ask("InstitutionMaster", PartnerClient.envelope("register-institution", founded))
                        .body())
                .contains("Client.Institution.AlreadyRegistered");
    }

    @Test
    void nobody_but_the_office_changes_the_master() {
        var school = new TestRegistry(jdbc).institution().text();
        var envelope = PartnerClient.envelope(
                        "amend-institution", Map.of("institution", school, "from", TODAY.toString()))
                .replace("registry-office", "school-program")
                .replace("supervise-registry", "keep-register");

        var answer = new PartnerClient(port, credentials, "school-program")
                .ask("InstitutionMaster", envelope)
                .body();

        assertThat(answer).contains("Client.Permission.NotPermitted");
    }

    private String number() {
        return jdbc.sql("select coalesce(max(number), 0) from institution_change")
                .query(String.class)
                .single();
    }
}
