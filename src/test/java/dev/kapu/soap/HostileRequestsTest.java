package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A good message in a request that is none: a fault of the catalogue, a record, and no effect. */
@HubTest
class HostileRequestsTest {
    private static final Pattern SCHEMA = Pattern.compile("schemaLocation=\"[^\"]*/services/([^\"]+)\"");

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    PartnerClient school;
    CardRequest request;
    Records records;

    @BeforeEach
    void a_card_request_of_a_school() {
        school = new PartnerClient(port, credentials, "school-program");
        request = CardRequest.by(jdbc);
        records = new Records(jdbc);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type     | multipart/related; type="application/xop+xml"; boundary=b | AttachmentRefused
            Content-Type     | application/soap+xml; charset=utf-8                       | ContentTypeRefused
            Content-Type     | application/json                                          | ContentTypeRefused
            Content-Type     | text/xmlx; charset=utf-8                                  | ContentTypeRefused
            Content-Type     | text/xml; charset=no-such-charset                          | EncodingRefused
            Content-Type     | text/xml; charset="!"                                     | EncodingRefused
            Content-Encoding | gzip                                                      | EncodingRefused
            SOAPAction       | "urn:kapu:id-cards:v1/verifySite"                         | ActionMismatch
            """)
    void a_header_of_http_that_does_not_fit_is_refused(String header, String value, String code) {
        var answer = school.with(header, value).ask("IdCards", request.message());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>soap:Client.Message." + code + "</faultcode>");
        refused("Client.Message." + code, "school-program");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | Content-Type: application/json; expected: text/xml
            application/x-www-form-urlencoded | Content-Type: application/x-www-form-urlencoded; expected: text/xml
            ''                                | Content-Type: –; expected: text/xml
            application/kovacs-anna           | Content-Type; expected: text/xml
            """)
    void a_right_envelope_under_a_wrong_content_type_is_told_that_it_is_the_type_and_which_is_expected(
            String type, String said) {
        var answer = school.with("Content-Type", type).ask("IdCards", request.message());

        assertThat(answer.body())
                .contains("Client.Message.ContentTypeRefused", "(" + said + ")", "curl")
                .doesNotContain("not a SOAP 1.1 envelope", "kovacs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void a_method_other_than_post_is_refused(String method) {
        var answer = school.using(method).ask("IdCards", request.message());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(answer.body()).contains("<faultcode>soap:Client.Message.MethodRefused</faultcode>");
        refused("Client.Message.MethodRefused", "school-program");
    }

    @ParameterizedTest
    @CsvSource({"GET,IdCards,MethodRefused", "POST,Nope,UnknownService", "GET,Nope,UnknownService"})
    void that_an_address_or_a_method_leads_nowhere_is_told_to_a_stranger_too(
            String method, String service, String code) {
        var answer = school.with("Authorization", "").using(method).ask(service, request.message());

        assertThat(answer.body()).contains("<faultcode>soap:Client.Message." + code + "</faultcode>");
        assertThat(records.all()).extracting(Records.Row::reason).containsExactly("Client.Message." + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsdl", "wsdl&v=1", "v=1&wsdl", "WSDL", "wsdl="})
    void a_contract_is_read_wherever_in_its_query_a_request_asks_for_it(String query) {
        var answer = school.using("GET").ask("IdCards?" + query, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("definitions>");
        assertThat(records.all()).isEmpty();
    }

    @Test
    void every_schema_that_a_contract_names_is_read_beside_it() {
        var read = new HashSet<String>();
        var named = new ArrayDeque<>(List.of("IdCards?wsdl", "Submissions?wsdl"));

        while (!named.isEmpty()) {
            var address = named.pop();
            if (read.add(address)) {
                var answer = school.using("GET").ask(address, "");
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                SCHEMA.matcher(answer.body())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(named::push);
            }
        }

        assertThat(read).contains("IdCards?xsd=cards.xsd", "Submissions?xsd=xroad-identifiers.xsd");
        assertThat(records.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wsdly",
                "wsdl=nope",
                "wsdl=%00",
                "xsd",
                "xsd=nope",
                "xsd=%00",
                "xsd=exams.xsd",
                "xsd=../cards.xsd",
            })
    void a_query_for_no_file_of_the_contract_is_refused_and_not_repeated(String query) {
        var answer = school.using("GET").ask("IdCards?" + query, request.message());

        assertThat(answer.body())
                .contains("<faultcode>soap:Client.Message.MethodRefused</faultcode>")
                .doesNotContain("nope");
        refused("Client.Message.MethodRefused", "school-program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../console", "../actuator/health", "../services", "../console/assets/kapu.svg"})
    void nothing_else_echoes_a_trace(String path) {
        var answer = school.using("TRACE").with("X-Echo", "back").ask(path, "");

        assertThat(answer.statusCode()).isBetween(400, 599);
        assertThat(answer.body()).doesNotContain("X-Echo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nope", "IdCards/more", "idcards", "IdCards%20", "", "../services"})
    void a_service_that_does_not_exist_is_refused(String service) {
        var answer = school.ask(service, request.message());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>soap:Client.Message.UnknownService</faultcode>");
        refused("Client.Message.UnknownService", "school-program");
    }

    @ParameterizedTest
    @CsvSource({
        "'',NotAuthenticated,school-program",
        "Basic %%%,CredentialInvalid,school-program",
        "Bearer abc,CredentialInvalid,school-program",
        "Basic c2Nob29sLXByb2dyYW06d3Jvbmc=,CredentialInvalid,school-program",
        "Basic bm9ib2R5Ondyb25n,CredentialInvalid,school-program",
    })
    void a_stranger_is_refused_and_whom_it_claims_to_be_is_recorded(String credential, String code, String claimed) {
        var answer = school.with("Authorization", credential).ask("IdCards", request.message());

        assertThat(answer.body()).contains("<faultcode>soap:Client.Identity." + code + "</faultcode>");
        refused("Client.Identity." + code, null);
        assertThat(records.of(request.id()).claimedPartner()).isEqualTo(claimed);
    }

    @Test
    void without_a_client_header_the_name_beside_the_wrong_secret_is_recorded_and_never_a_secret() {
        var nameless = request.message().replaceFirst("(?s)<x:client.*</x:client>", "");
        var bytes = nameless.getBytes(StandardCharsets.UTF_8);

        school.with("Authorization", PartnerClient.basic("school-program", "wrong"))
                .ask("IdCards", nameless);
        assertThat(records.of(bytes).claimedPartner()).isEqualTo("school-program");

        var again = new Records(jdbc);
        school.with("Authorization", PartnerClient.basic("Zm9vYmFy_SECRET", "school-program"))
                .ask("IdCards", nameless);
        assertThat(again.of(bytes).claimedPartner()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<nonsense", "", "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'/>"})
    void a_stranger_learns_nothing_about_its_message(String message) {
        var answer = school.with("Authorization", "").ask("IdCards", message);

        assertThat(answer.body()).contains("<faultcode>soap:Client.Identity.NotAuthenticated</faultcode>");
        assertThat(records.all()).hasSize(1);
    }

    private void refused(String reason, @org.jspecify.annotations.Nullable String partner) {
        var row = records.of(request.message().getBytes(StandardCharsets.UTF_8));
        assertThat(row.reason()).isEqualTo(reason);
        assertThat(row.outcome()).isEqualTo("REFUSED");
        assertThat(row.partner()).isEqualTo(partner);
        assertThat(row.messageId()).isEqualTo(request.id());
        assertThat(row.requestBytes()).isEqualTo(request.message().getBytes(StandardCharsets.UTF_8).length);
        assertThat(records.all()).hasSize(1);
        assertThat(request.carriedOut(jdbc)).isFalse();
    }
}
