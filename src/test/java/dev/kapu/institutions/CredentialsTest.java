package dev.kapu.institutions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.registry.secret.SecretRequests;
import dev.kapu.start.Listeners;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Institutions at the door and the way to a new secret, over HTTPS (K18, W2, W5). */
@HubTest
class CredentialsTest {
    private static final String SERVICE = "Credentials";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Listeners listeners;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    SecretRequests requests;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;
    private String secret;

    @BeforeEach
    void a_school_with_a_secret() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        secret = secrets.issue(school);
    }

    @Test
    void an_institution_gets_its_own_person_and_nobody_elses() {
        var elsewhere = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);

        var own = person(school, secret, pupil, "");
        var other = person(school, secret, elsewhere, "");

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains(">" + pupil.text() + "</", "getPersonResponse");
        refused(other, "Client.Person.NotFound");
    }

    @Test
    void the_record_names_the_institution_as_the_partner() {
        var id = UUID.randomUUID().toString();

        ask(institution(school, secret), "PersonRegistry", "get-person", Map.of("id", id, "person", pupil.text()));

        assertThat(jdbc.sql(
                                "select partner || ' ' || permission || ' ' || outcome from disclosure where message_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(name(school) + " institutions.person ANSWERED");
    }

    @Test
    void an_institution_represents_nobody_else_and_nobody_takes_its_name() {
        var other = registry.institution();

        refused(person(school, secret, pupil, other.text()), "Client.Permission.RepresentationRefused");
        refused(person(other, secret, pupil, ""), "Client.Identity.CredentialInvalid");
        refused(
                ask(
                        institution(school, secret),
                        "PersonRegistry",
                        "get-person",
                        Map.of("client", name(other), "person", pupil.text())),
                "Client.Identity.PartnerMismatch");
        refused(
                ask(
                        partner("school-program"),
                        "PersonRegistry",
                        "get-person",
                        Map.of("client", name(school), "person", pupil.text())),
                "Client.Identity.PartnerMismatch");
    }

    @Test
    void the_clerk_leaves_and_the_old_secret_stops_at_that_moment_W5() {
        assertThat(person(school, secret, pupil, "").statusCode()).isEqualTo(200);

        var asked = ask(institution(school, secret), SERVICE, "request-secret", named(school));

        assertThat(asked.body()).contains("<confirmed>true</confirmed>");
        refused(person(school, secret, pupil, ""), "Client.Identity.CredentialInvalid");
        refused(
                ask(institution(school, secret), SERVICE, "request-secret", named(school)),
                "Client.Identity.CredentialInvalid");

        var next = letter(collect(UUID.randomUUID().toString()), school);
        assertThat(person(school, next, pupil, "").statusCode()).isEqualTo(200);
        refused(person(school, secret, pupil, ""), "Client.Identity.CredentialInvalid");
    }

    @Test
    void a_kindergarten_without_a_secret_asks_and_the_office_confirms_W2() {
        var kindergarten = registry.institution();
        requests.ask(kindergarten);
        var office = partner("registry-office");

        var listed = ask(office, SERVICE, "list-secret-requests", Map.of("client", "registry-office"));
        assertThat(listed.body())
                .contains("<institutionCode>" + kindergarten.text() + "</institutionCode>")
                .contains("<confirmed>false</confirmed>");
        var confirmed = ask(office, SERVICE, "request-secret", by("registry-office", kindergarten));
        assertThat(confirmed.body()).contains("<confirmed>true</confirmed>");

        var first = letter(collect(UUID.randomUUID().toString()), kindergarten);
        assertThat(secrets.matches(kindergarten, first)).isTrue();
    }

    @Test
    void a_secret_leaves_once_and_is_stored_nowhere() {
        requests.confirm(school, "registry-office");
        var id = UUID.randomUUID().toString();

        var next = letter(collect(id), school);

        refused(collect(id), "Client.Message.AnswerNotKept");
        assertThat(collect(UUID.randomUUID().toString()).body()).doesNotContain(school.text());
        assertThat(jdbc.sql("select convert_from(answer, 'UTF8') || array_to_string(fields, ',')"
                                + " from answered_write where message_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("secret")
                .doesNotContain(next, "<");
    }

    @Test
    void whose_letters_were_collected_is_listed_in_case_they_were_lost_K18() {
        var before = OffsetDateTime.now(ZoneOffset.UTC).toString();
        requests.confirm(school, "registry-office");
        assertThat(collectedSince(before)).doesNotContain(school.text());

        var next = letter(collect(UUID.randomUUID().toString()), school);

        assertThat(collectedSince(before))
                .containsPattern("<institutionCode>" + school.text()
                        + "</institutionCode>\\s*<requestedAt>[^<]+</requestedAt>\\s*<confirmed>true</confirmed>"
                        + "\\s*<collectedAt>")
                .doesNotContain(next);
        assertThat(collectedSince(OffsetDateTime.now(ZoneOffset.UTC).toString()))
                .doesNotContain(school.text());
    }

    @Test
    void only_the_office_collects_and_only_for_itself_or_whom_it_represents_anybody_asks() {
        var other = registry.institution();
        var theirs = secrets.issue(other);

        refused(
                ask(institution(school, secret), SERVICE, "collect-secret-letters", by(name(school), school)),
                "Client.Permission.NotPermitted");
        refused(
                ask(institution(school, secret), SERVICE, "list-secret-requests", by(name(school), school)),
                "Client.Permission.NotPermitted");
        refused(
                ask(institution(school, secret), SERVICE, "request-secret", by(name(school), other)),
                "Client.Permission.RepresentationRefused");
        refused(
                ask(partner("school-program"), SERVICE, "request-secret", by("school-program", other)),
                "Client.Header.Missing");
        refused(
                ask(partner("admissions"), SERVICE, "request-secret", by("admissions", other)),
                "Client.Permission.NotPermitted");
        assertThat(secrets.matches(other, theirs)).isTrue();
    }

    @Test
    void a_school_program_asks_for_the_institution_it_represents() {
        var answer = partner("school-program")
                .ask(
                        SERVICE,
                        representing(school, PartnerClient.envelope("request-secret", by("school-program", school))));

        assertThat(answer.body()).contains("<confirmed>true</confirmed>");
        assertThat(secrets.matches(school, secret)).isFalse();
    }

    @Test
    void an_institution_that_does_not_exist_gets_no_letter() {
        refused(
                ask(
                        partner("registry-office"),
                        SERVICE,
                        "request-secret",
                        by("registry-office", new InstitutionCode("000001"))),
                "Client.Institution.NotFound");
    }

    private HttpResponse<String> person(InstitutionCode at, String with, EducationId whom, String represented) {
        var envelope = PartnerClient.envelope("get-person", Map.of("client", name(at), "person", whom.text()));
        return institution(at, with)
                .ask(
                        "PersonRegistry",
                        represented.isEmpty() ? envelope : representing(new InstitutionCode(represented), envelope));
    }

    private String collectedSince(String time) {
        return ask(
                        partner("registry-office"),
                        SERVICE,
                        "list-collected-secrets",
                        Map.of("client", "registry-office", "since", time))
                .body();
    }

    private HttpResponse<String> collect(String id) {
        return ask(
                partner("registry-office"),
                SERVICE,
                "collect-secret-letters",
                Map.of("client", "registry-office", "id", id));
    }

    private static HttpResponse<String> ask(
            PartnerClient client, String service, String fixture, Map<String, String> values) {
        var filled = new HashMap<>(values);
        var envelope = PartnerClient.envelope(fixture, filled);
        return client.ask(
                service,
                filled.containsKey("client") ? envelope : envelope.replaceFirst("(?s)<x:client.*</x:client>", ""));
    }

    private static String representing(InstitutionCode institution, String envelope) {
        return envelope.replace(
                "</soap:Header>",
                "<r:representedParty xmlns:r=\"http://x-road.eu/xsd/representation.xsd\"><r:partyCode>%s</r:partyCode></r:representedParty></soap:Header>"
                        .formatted(institution.text()));
    }

    private PartnerClient partner(String name) {
        return new PartnerClient(listeners.https(), credentials, name);
    }

    private PartnerClient institution(InstitutionCode code, String with) {
        return partner("registry-office").with("Authorization", PartnerClient.basic(name(code), with));
    }

    private static String name(InstitutionCode institution) {
        return "institution-" + institution.text();
    }

    private static Map<String, String> named(InstitutionCode institution) {
        return by(name(institution), institution);
    }

    private static Map<String, String> by(String client, InstitutionCode institution) {
        return Map.of("client", client, "institution", institution.text());
    }

    private static String letter(HttpResponse<String> answer, InstitutionCode institution) {
        var letter = Pattern.compile(
                        "<institutionCode>" + institution.text()
                                + "</institutionCode>(?:(?!</secretLetter>).)*<secret>([^<]+)",
                        Pattern.DOTALL)
                .matcher(answer.body());
        assertThat(letter.find()).as(answer.body()).isTrue();
        return letter.group(1);
    }

    private static void refused(HttpResponse<String> answer, String code) {
        assertThat(List.of(answer.statusCode(), answer.body().contains("<faultcode>soap:" + code + "</faultcode>")))
                .as(answer.body())
                .isEqualTo(List.of(500, true));
    }
}
