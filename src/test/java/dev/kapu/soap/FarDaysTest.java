package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Contracts;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year with a slip is the sender's mistake, told with its place; it is no failure of the hub. */
@HubTest
class FarDaysTest {
    private static final String FORM = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://x-road.eu/xsd/xroad.xsd"
                xmlns:r="http://x-road.eu/xsd/representation.xsd"><s:Header><x:id>%s</x:id>
            <r:representedParty><r:partyCode>%s</r:partyCode></r:representedParty></s:Header><s:Body>
            <validateAffiliations xmlns="urn:kapu:affiliations:v1" xmlns:f="urn:kapu:submission:v1">
            <institutionCode>%2$s</institutionCode><role>student</role>%s%s</validateAffiliations></s:Body></s:Envelope>""";
    private static final String START = """
            <entry><f:educationId>%s</f:educationId><f:start><f:birthDate>%s</f:birthDate><f:siteSerial>001</f:siteSerial>
            <f:type>student</f:type><f:startDate>%s</f:startDate><f:weeklyHours>20</f:weeklyHours></f:start></entry>""";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    BrokerAddress broker;

    @Autowired
    Contracts contracts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String institution;
    private String pupil;

    @BeforeEach
    void a_school() {
        var registry = new TestRegistry(jdbc);
        institution = registry.institution().text();
        pupil = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT)
                .text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20013-05-07",
                "0013-05-07",
                "0000-05-07",
                "-0044-03-15",
                "1799-12-31",
                "3000-01-01",
                "999999999-12-31",
                "99999999999-12-31",
                "-999999999-01-01",
                "2013-02-30",
                "2013-02-29",
                "2013-13-01",
                "2013-00-10",
                "2013-04-31"
            })
    void one_row_of_a_form_with_a_year_beyond_is_named(String day) {
        var answer = new PartnerClient(port, credentials, "school-program").ask("Affiliations", form(day));

        assertThat(answer.body())
                .contains("<faultcode>soap:Client.Message.Invalid</faultcode>", "entry[2]/start/birthDate");
    }

    @Test
    void by_queue_it_is_named_as_well() {
        try (var queue = new QueuePartner(broker.url(), credentials, "school-program")) {
            assertThat(queue.ask("Affiliations", form("20013-05-07")))
                    .contains("<faultcode>soap:Client.Message.Invalid</faultcode>", "entry[2]/start/birthDate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1800-01-01", "2999-12-31", "2010-05-01Z"})
    void a_day_within_is_one_that_may_be_wrong_for_the_person_only(String day) {
        var answer = new PartnerClient(port, credentials, "school-program").ask("Affiliations", form(day));

        assertThat(answer.body()).contains("validateAffiliationsResponse").doesNotContain("Fault>");
    }

    @ParameterizedTest
    @CsvSource({
        "Credentials/listSecretRequests,credentials,<collectedSince>20026-01-01T00:00:00Z</collectedSince>,collectedSince",
        "InstitutionMaster/changesSince,institution-master,<moment>20026-01-01T00:00:00Z</moment>,moment"
    })
    void a_moment_beyond_is_named(String operation, String namespace, String body, String where) {
        var known = contracts.operations().stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow();
        var xml = "<%1$s xmlns=\"urn:kapu:%2$s:v1\">%3$s</%1$s>".formatted(known.name(), namespace, body);

        Assertions.assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> contracts.read(known, xml.getBytes(StandardCharsets.UTF_8)))
                .extracting(FaultException::where)
                .asString()
                .startsWith(where);
    }

    @Test
    void no_contract_has_a_day_without_bounds() throws IOException {
        var softly = new SoftAssertions();
        try (var files = Files.newDirectoryStream(Path.of("wsdl"), "*.{wsdl,xsd}")) {
            for (var file : files) {
                softly.assertThat(Files.readString(file)).as(file.toString()).doesNotContain("type=\"xs:date\"");
            }
        }
        softly.assertAll();
    }

    private String form(String birthDate) {
        return FORM.formatted(
                UUID.randomUUID(),
                institution,
                START.formatted(pupil, TestRegistry.BORN, TestRegistry.TODAY),
                START.formatted(TestRegistry.freeId().text(), birthDate, TestRegistry.TODAY));
    }
}
