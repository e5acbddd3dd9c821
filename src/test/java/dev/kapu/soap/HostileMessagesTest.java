package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @MethodSource("dev.kapu.soap.HostileMessage#all")
    void a_hostile_message_gets_its_fault_and_its_record_and_has_no_effect(HostileMessage hostile) {
        var request = CardRequest.by(jdbc);
        var records = new Records(jdbc);
        try (var trap = new Trap()) {
            var message = hostile.spoil().apply(request.message()).replace("TRAP", trap.address());

            var answer = new PartnerClient(port, credentials, "school-program").ask("IdCards", message);

            assertFault(answer, hostile.fault().code());
            assertThat(answer.body()).doesNotContain("root:", "SECRET");
            var row = records.of(message.getBytes(StandardCharsets.UTF_8), request.id());
            assertThat(row.reason()).isEqualTo(hostile.fault().code());
            assertThat(row.outcome()).isEqualTo("REFUSED");
            assertThat(row.partner()).isEqualTo("school-program");
            assertThat(row.fields()).isEmpty();
            assertThat(records.all()).hasSize(1);
            assertThat(trap.visits()).isZero();
        }
        assertThat(request.carriedOut(jdbc)).isFalse();
    }

    @Test
    void the_message_that_the_hostile_ones_were_made_from_is_carried_out_and_its_headers_are_echoed() {
        var request = CardRequest.by(jdbc);

        var answer = new PartnerClient(port, credentials, "school-program").ask("IdCards", request.message());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(">request-card</k:purpose>", "<r:partyCode>", "<i:memberClass>COM</i:memberClass>");
        assertThat(request.carriedOut(jdbc)).isTrue();
    }

    @Test
    void bytes_that_are_not_the_encoding_they_claim_are_malformed() {
        var records = new Records(jdbc);
        byte[] bytes = good.replace("HU17", "Ő17").getBytes(StandardCharsets.UTF_8);
        bytes[good.indexOf("HU17")] = (byte) 0xFF;

        assertFault(office.ask("IdCards", bytes), "Client.Message.Malformed");
        assertThat(records.of(bytes).reason()).isEqualTo("Client.Message.Malformed");
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
    void an_invalid_value_is_named_by_its_element_and_never_repeated() {
        var message = good.replaceFirst("<educationId>\\d+", "<educationId>SECRET123");

        var answer = office.ask("IdCards", message);

        refused(answer, "Client.Message.Invalid");
        assertThat(answer.body()).contains("educationId, line").doesNotContain("SECRET123");
    }

    @Test
    void an_unknown_header_is_refused_by_its_name() {
        var answer = office.ask("IdCards", good.replace("<x:id>", "<y:trace xmlns:y=\"urn:y\">1</y:trace><x:id>"));

        assertFault(answer, "Client.Header.Unknown");
        assertThat(answer.body()).contains("(trace)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelBeanMethodName", "cAmElHttpUri", "org.apache.camel.foo"})
    void headers_that_could_steer_camel_are_refused_and_recorded(String name) {
        var answer = office.with(name, "toString").ask("IdCards", good);

        refused(answer, "Client.Header.Reserved");
    }

    @Test
    void headers_in_the_names_of_the_hub_say_nothing_to_it() {
        var answer = office.with("kapu.reach", "everyone").ask("IdCards", good);

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
}
