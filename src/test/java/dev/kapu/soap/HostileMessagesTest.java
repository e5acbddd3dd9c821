package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.AffiliationType;
import dev.kapu.registry.TestRegistry;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that are broken, forged or malicious: a clear fault, a record, and no effect. */
@HubTest
class HostileMessagesTest {
    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    PartnerClient office;
    String good;
    String id;

    @BeforeEach
    void a_good_message_of_the_card_office() {
        var registry = new TestRegistry(jdbc);
        var institution = registry.institution();
        var person = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        id = UUID.randomUUID().toString();
        good = PartnerClient.envelope(
                "get-cardholder", Map.of("id", id, "person", person.text(), "institution", institution.text()));
        office = new PartnerClient(port, credentials, "id-card-office");
    }

    @Test
    void the_good_message_is_answered_with_the_granted_fields_and_with_no_other() {
        var answer = office.ask("IdCards", good);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<x:id>" + id + "</x:id>", "birthDate", "residence")
                .doesNotContain("socialSecurityNumber", "citizenship", "111111110");
        assertThat(recorded()).isEqualTo("ANSWERED");
    }

    @Test
    void xml_that_is_cut_off_is_malformed() {
        refused(office.ask("IdCards", good.substring(0, good.length() - 30)), "Client.Message.Malformed");
    }

    @Test
    void nothing_at_all_is_malformed() {
        assertFault(office.ask("IdCards", ""), "Client.Message.Malformed");
    }

    @Test
    void bytes_that_are_not_the_encoding_they_claim_are_malformed() {
        byte[] bytes = good.replace("HU17", "Ő17").getBytes(StandardCharsets.UTF_8);
        bytes[good.indexOf("HU17")] = (byte) 0xFF;

        assertFault(office.ask("IdCards", bytes), "Client.Message.Malformed");
    }

    @Test
    void a_body_in_a_foreign_namespace_names_no_operation() {
        refused(
                office.ask("IdCards", good.replace("urn:kapu:id-cards:v1", "urn:x")),
                "Client.Message.UnknownOperation");
    }

    @Test
    void an_operation_of_another_service_is_not_served_here() {
        refused(office.ask("InstitutionMaster", good), "Client.Message.UnknownOperation");
    }

    @Test
    void soap_1_2_is_refused_with_a_name() {
        var message = good.replace(EnvelopeReader.SOAP, "http://www.w3.org/2003/05/soap-envelope");

        assertFault(office.ask("IdCards", message), "Client.Message.NotSoap");
    }

    @Test
    void an_invalid_value_is_named_by_its_element_and_never_repeated() {
        var message = good.replaceFirst("<educationId>\\d+", "<educationId>SECRET123");

        var answer = office.ask("IdCards", message);

        refused(answer, "Client.Message.Invalid");
        assertThat(answer.body()).contains("educationId, line").doesNotContain("SECRET123");
    }

    @Test
    void an_element_too_many_and_one_too_few_are_invalid() {
        refused(
                office.ask("IdCards", good.replace("</getCardholder>", "<x/></getCardholder>")),
                "Client.Message.Invalid");
        var fewer = good.replaceFirst("<institutionCode>\\d+</institutionCode>", "");
        assertFault(office.ask("IdCards", fewer), "Client.Message.Invalid");
    }

    @Test
    void a_second_body_child_is_refused_even_if_the_first_is_good() {
        var message = good.replace("</getCardholder>", "</getCardholder><getCardholder xmlns='urn:kapu:id-cards:v1'/>");

        refused(office.ask("IdCards", message), "Client.Message.Invalid");
    }

    @Test
    void a_document_type_is_forbidden_and_no_file_is_read() {
        var xxe = good.replace("<soap:Envelope", "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><soap:Envelope")
                .replace("HU17", "&f;");

        var answer = office.ask("IdCards", xxe);

        assertFault(answer, "Client.Message.ForbiddenXml");
        assertThat(answer.body()).doesNotContain("root:");
    }

    @Test
    void an_entity_bomb_does_not_go_off() {
        var bomb = good.replace(
                        "<soap:Envelope",
                        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><soap:Envelope")
                .replace("HU17", "&b;");

        assertFault(office.ask("IdCards", bomb), "Client.Message.ForbiddenXml");
    }

    @Test
    void an_undeclared_entity_and_a_processing_instruction_are_forbidden() {
        assertFault(office.ask("IdCards", good.replace("HU17", "&f;")), "Client.Message.ForbiddenXml");
        assertFault(
                office.ask("IdCards", good.replace("<soap:Header>", "<?php die ?><soap:Header>")),
                "Client.Message.ForbiddenXml");
    }

    @Test
    void a_body_of_a_hundred_megabytes_is_refused_after_the_first() {
        var large = PartnerClient.padded(good, 100);
        long before = used();

        var answer = largeAnswer(large);

        if (answer != null) {
            assertFault(answer, "Client.Message.TooLarge");
        }
        assertThat(used() - before).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void a_body_just_over_the_limit_gets_its_fault_and_its_record() {
        var answer = office.ask("IdCards", good + " ".repeat(1_200_000));

        assertFault(answer, "Client.Message.TooLarge");
    }

    @Test
    void deep_nesting_is_too_complex() {
        var deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);

        refused(
                office.ask("IdCards", good.replace("</getCardholder>", deep + "</getCardholder>")),
                "Client.Message.TooComplex");
    }

    @Test
    void an_attachment_is_refused_wherever_it_points() {
        var mtom = office.with("Content-Type", "multipart/related; type=\"application/xop+xml\"; boundary=b")
                .ask("IdCards", "--b\r\nContent-Type: application/xop+xml\r\n\r\n" + good + "\r\n--b--");

        assertFault(mtom, "Client.Message.AttachmentRefused");
    }

    @Test
    void an_include_of_an_url_is_invalid_and_is_not_fetched() {
        var message = good.replaceFirst(
                "<educationId>\\d+",
                "<educationId><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"http://127.0.0.1:9/\"/>");

        refused(office.ask("IdCards", message), "Client.Message.Invalid");
    }

    @Test
    void a_soap_action_that_names_another_operation_is_refused() {
        refused(
                office.with("SOAPAction", "\"urn:kapu:id-cards:v1/verifySite\"").ask("IdCards", good),
                "Client.Message.ActionMismatch");
    }

    @Test
    void an_unknown_header_is_refused_by_its_name() {
        var answer = office.ask("IdCards", good.replace("<x:id>", "<y:trace xmlns:y=\"urn:y\">1</y:trace><x:id>"));

        assertFault(answer, "Client.Header.Unknown");
        assertThat(answer.body()).contains("(trace)");
    }

    @Test
    void a_message_without_an_id_is_refused() {
        assertFault(office.ask("IdCards", good.replaceFirst("<x:id>.*</x:id>", "")), "Client.Header.Missing");
    }

    @Test
    void camel_headers_steer_nothing() {
        var answer = office.with("CamelBeanMethodName", "toString")
                .with("CamelHttpUri", "http://127.0.0.1:9/")
                .with("kapu.reach", "everyone")
                .ask("IdCards", good);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("getCardholderResponse");
    }

    @Test
    void a_partner_that_claims_to_be_another_is_refused_and_both_names_are_recorded() {
        var answer = office.ask("IdCards", good.replace(">id-card-office<", ">registry-office<"));

        refused(answer, "Client.Identity.PartnerMismatch");
        assertThat(jdbc.sql("select partner || '/' || claimed_partner from disclosure where message_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("id-card-office/registry-office");
    }

    @Test
    void a_wrong_secret_and_no_credential_are_refused() {
        assertFault(
                office.with("Authorization", PartnerClient.basic("id-card-office", "wrong"))
                        .ask("IdCards", good),
                "Client.Identity.CredentialInvalid");
        assertFault(office.with("Authorization", "").ask("IdCards", good), "Client.Identity.NotAuthenticated");
    }

    @Test
    void unknown_and_out_of_scope_persons_get_the_same_answer() {
        var registry = new TestRegistry(jdbc);
        var elsewhere = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);

        var outOfScope =
                office.ask("IdCards", good.replaceFirst("<educationId>\\d+", "<educationId>" + elsewhere.text()));
        var unknown = office.ask(
                "IdCards",
                good.replaceFirst(
                        "<educationId>\\d+",
                        "<educationId>" + TestRegistry.freeId().text()));

        assertFault(unknown, "Client.Person.NotFound");
        assertThat(outOfScope.body()).isEqualTo(unknown.body());
    }

    private @org.jspecify.annotations.Nullable HttpResponse<String> largeAnswer(BodyPublisher large) {
        try {
            return office.ask("IdCards", large);
        } catch (IllegalStateException closedBeforeAllWasSent) {
            return null;
        }
    }

    private void refused(HttpResponse<String> answer, String code) {
        assertFault(answer, code);
        assertThat(recorded()).isEqualTo("REFUSED");
    }

    private static void assertFault(HttpResponse<String> answer, String code) {
        assertThat(answer.body()).contains("<faultcode>soap:" + code + "</faultcode>");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("Exception", "dev.kapu", "at java", "select ");
    }

    private String recorded() {
        return jdbc.sql("select outcome from disclosure where message_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
