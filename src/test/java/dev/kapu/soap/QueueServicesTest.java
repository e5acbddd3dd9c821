package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.gate.Contracts;
import dev.kapu.highereducation.TestRounds;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.pki.TestAuthority;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.soap.signature.SignedEnvelopes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every service answers by queue as it does over HTTP. */
@HubTest
class QueueServicesTest {
    private static final String ENVELOPE = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://x-road.eu/xsd/xroad.xsd" xmlns:f="urn:kapu:submission:v1">
            <s:Header><x:id>%s</x:id>%s</s:Header><s:Body><%s xmlns="urn:kapu:%s:v1">%s</%3$s></s:Body></s:Envelope>""";
    private static final String REPRESENTED =
            "<r:representedParty xmlns:r=\"http://x-road.eu/xsd/representation.xsd\"><r:partyCode>%s</r:partyCode></r:representedParty>";

    private static final Pattern NAMESPACE = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final String NEWCOMER = """
            <f:name><f:family>Zq</f:family><f:given>Éva</f:given></f:name><f:birthName><f:family>Zq</f:family>\
            <f:given>Éva</f:given></f:birthName><f:motherName><f:family>Zw</f:family><f:given>Éva</f:given></f:motherName>\
            <f:birthPlace>Győr</f:birthPlace><f:birthDate>2015-05-01</f:birthDate><f:sex>female</f:sex>\
            <f:citizenship>HU</f:citizenship><f:affiliation><f:siteSerial>001</f:siteSerial>\
            <f:type>compulsory-student</f:type><f:startDate>D</f:startDate><f:weeklyHours>20</f:weeklyHours>\
            </f:affiliation>""";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Contracts contracts;

    @Autowired
    BrokerAddress broker;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IdCards           | id-cards           | id-card-office | getCardholder  | <educationId>P</educationId><institutionCode>I</institutionCode>  | Client.Person.NotFound
            PersonRegistry    | person-registry    | school-program | getPerson      | <educationId>P</educationId>                                      | Client.Person.NotFound
            InstitutionMaster | institution-master | admissions     | getInstitution | <institutionCode>I</institutionCode>                              | Client.Institution.NotFound
            Affiliations      | affiliations       | school-program | endAffiliation | <educationId>P</educationId><institutionCode>I</institutionCode><type>compulsory-student</type><endDate>D</endDate> | Client.Person.NotFound
            ExamRegistry      | exam-registry      | school-program | getResults     | <educationId>P</educationId>                                      | Client.Person.NotFound
            HigherEducationAdmissions | higher-education-admissions | higher-education-admissions | registerApplicant | <educationId>P</educationId><name><p:family xmlns:p="urn:kapu:person:v1">Kovács</p:family><p:given xmlns:p="urn:kapu:person:v1">Anna</p:given></name><birthDate>2010-05-01</birthDate><admissionRound>R</admissionRound> | Client.Person.NotFound
            HigherEducationRegistry | higher-education-registry | higher-education-registry | adoptEducationId | <educationId>P</educationId><name><p:family xmlns:p="urn:kapu:person:v1">Kovács</p:family><p:given xmlns:p="urn:kapu:person:v1">Anna</p:given></name><birthDate>2010-05-01</birthDate><role>student</role> | Client.Person.NotFound
            Credentials       | credentials        | registry-office | requestSecret | <institutionCode>I</institutionCode>                              | Client.Institution.NotFound
            """)
    void a_service_answers_a_good_request_and_a_bad_one_by_queue(
            String service, String namespace, String partner, String operation, String body, String fault) {
        var registry = new TestRegistry(jdbc);
        var institution = registry.institution().text();
        var person = registry.personAt(
                new dev.kapu.registry.InstitutionCode(institution), AffiliationType.COMPULSORY_STUDENT);
        var represented = partner.equals("school-program") ? REPRESENTED.formatted(institution) : "";
        var dated =
                body.replace(">D<", ">" + TestRegistry.TODAY + "<").replace(">R<", ">" + TestRounds.OPEN.text() + "<");
        var right = dated.replace(">P<", ">" + person.text() + "<").replace(">I<", ">" + institution + "<");
        var wrong = dated.replace(">P<", ">" + TestRegistry.freeId().text() + "<")
                .replace(">I<", ">" + (fault.equals("Client.Institution.NotFound") ? "000000" : institution) + "<");

        try (var queue = new QueuePartner(broker.url(), credentials, partner)) {
            assertThat(queue.ask(service, envelope(represented, operation, namespace, right)))
                    .contains(operation + "Response")
                    .doesNotContain("Fault");
            assertThat(queue.ask(service, envelope(represented, operation, namespace, wrong)))
                    .contains("<faultcode>soap:" + fault + "</faultcode>");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Registration      | registration       | school-program  | validateOnly         | <institutionCode>I</institutionCode><role>student</role><entry>E</entry> | Client.Permission.RepresentationRefused
            Amendments        | amendments         | school-program  | validateAmendments   | <institutionCode>I</institutionCode><role>student</role><entry><f:educationId>P</f:educationId><f:reason>correction</f:reason><f:changedOn>D</f:changedOn><f:birthPlace>Pécs</f:birthPlace></entry> | Client.Permission.RepresentationRefused
            Affiliations      | affiliations       | school-program  | validateAffiliations | <institutionCode>I</institutionCode><role>student</role><entry><f:educationId>P</f:educationId><f:end><f:type>compulsory-student</f:type><f:endDate>D</f:endDate></f:end></entry> | Client.Permission.RepresentationRefused
            Affiliations      | affiliations       | school-program  | listAffiliations     | <educationId>P</educationId><institutionCode>I</institutionCode> | Client.Permission.RepresentationRefused
            Affiliations      | affiliations       | school-program  | listLateReports      | <institutionCode>I</institutionCode><from>D</from><until>D</until> | Client.Permission.RepresentationRefused
            Submissions       | submissions        | school-program  | listSubmissions      | <institutionCode>I</institutionCode>  | Client.Permission.RepresentationRefused
            Reviews           | reviews            | registry-office | listReviews          | <limit>1</limit>                      | Client.Message.Invalid
            Admissions        | admissions         | school-program  | listApplicants       | <institutionCode>I</institutionCode><procedure>general-2027</procedure> | Client.Permission.RepresentationRefused
            Funding           | funding            | registry-office | listInspections      | <limit>1</limit>                      | Client.Message.Invalid
            InstitutionMaster | institution-master | admissions      | changesSince         | <changeNumber>0</changeNumber>        | Client.Message.Invalid
            """)
    void the_services_of_reports_answer_by_queue(
            String service, String namespace, String partner, String operation, String body, String fault) {
        var registry = new TestRegistry(jdbc);
        var institution = registry.institution();
        var person = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        var represented = partner.equals("school-program") ? REPRESENTED.formatted(institution.text()) : "";
        var right = body.replace(">E<", ">" + NEWCOMER.replace(">D<", ">" + TestRegistry.START + "<") + "<")
                .replace(">D<", ">" + TestRegistry.TODAY + "<")
                .replace(">P<", ">" + person.text() + "<")
                .replace(">I<", ">" + institution.text() + "<");
        var wrong = right.replace(">" + institution.text() + "<", ">000000<")
                .replace("<limit>1<", "<limit>x<")
                .replace("<changeNumber>0<", "<changeNumber>x<");

        try (var queue = new QueuePartner(broker.url(), credentials, partner)) {
            assertThat(queue.ask(service, envelope(represented, operation, namespace, right)))
                    .contains(operation + "Response")
                    .doesNotContain("Fault");
            assertThat(queue.ask(service, envelope(represented, operation, namespace, wrong)))
                    .contains("<faultcode>soap:" + fault + "</faultcode>");
        }
    }

    /** Where a body is refused as incomplete, the record says which operation it was for. */
    @Test
    void every_operation_of_every_contract_is_served_by_the_queue_of_its_service() {
        try (var queue = new QueuePartner(broker.url(), credentials, "school-program")) {
            for (var operation : contracts.operations()) {
                var id = UUID.randomUUID().toString();
                var namespace =
                        NAMESPACE.matcher(operation.service()).replaceAll("-").toLowerCase(Locale.ROOT);

                var answer =
                        queue.ask(operation.service(), ENVELOPE.formatted(id, "", operation.name(), namespace, ""));

                assertThat(answer)
                        .as(operation.id())
                        .contains("Envelope")
                        .doesNotContain("UnknownOperation", "Server.", "Client.Identity");
                assertThat(jdbc.sql("select operation || ' ' || channel from disclosure where message_id = ?")
                                .param(id)
                                .query(String.class)
                                .single())
                        .isEqualToIgnoringCase(operation.id() + " jms");
            }
        }
    }

    @Test
    void the_guides_sample_gets_a_cardholder() throws IOException {
        var body = Files.readString(Path.of("src/test/java/dev/kapu/soap/CardholderByQueue.java"));
        var sample = body.substring(body.indexOf("try ("), body.lastIndexOf("}\n    }")) + "}";
        assertThat(Files.readString(Path.of("docs/partner-guide.md"))).contains(sample.replace("\n        ", "\n"));

        assertThat(CardholderByQueue.ask(
                        broker.url(),
                        "id-card-office",
                        Files.readString(credentials.secret("id-card-office")),
                        cardholder()))
                .contains("getCardholderResponse");
    }

    @Test
    void an_answer_says_by_a_property_whether_it_is_a_fault() {
        try (var queue = new QueuePartner(broker.url(), credentials, "id-card-office")) {
            assertThat(queue.saysFault("IdCards", cardholder())).isFalse();
            assertThat(queue.saysFault(
                            "IdCards", cardholder().replaceFirst("<educationId>\\d+", "<educationId>79999999999")))
                    .isTrue();
        }
    }

    @Test
    void a_secret_does_not_leave_by_queue() {
        try (var queue = new QueuePartner(broker.url(), credentials, "registry-office")) {
            assertThat(queue.ask("Credentials", envelope("", "collectSecretLetters", "credentials", "")))
                    .contains("<faultcode>soap:Client.Message.HttpNeeded</faultcode>");
        }
    }

    @Test
    void a_message_signed_by_the_user_of_the_broker_is_answered() {
        var message = SignedEnvelopes.sign(cardholder(), TestAuthority.issued(credentials, "id-card-office"));

        try (var queue = new QueuePartner(broker.url(), credentials, "id-card-office")) {
            assertThat(queue.ask("IdCards", message)).contains("getCardholderResponse");
            assertThat(queue.ask("IdCards", message)).contains("<faultcode>soap:Client.Message.Replayed</faultcode>");
        }
    }

    @Test
    void a_message_signed_by_another_than_the_user_of_the_broker_is_refused() {
        var message = SignedEnvelopes.sign(cardholder(), TestAuthority.issued(credentials, "admissions"));

        try (var queue = new QueuePartner(broker.url(), credentials, "id-card-office")) {
            assertThat(queue.ask("IdCards", message))
                    .contains("<faultcode>soap:Client.Identity.PartnerMismatch</faultcode>");
        }
    }

    private String cardholder() {
        var registry = new TestRegistry(jdbc);
        var institution = registry.institution();
        var person = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        return envelope(
                "",
                "getCardholder",
                "id-cards",
                "<educationId>%s</educationId><institutionCode>%s</institutionCode>"
                        .formatted(person.text(), institution.text()));
    }

    private static String envelope(String represented, String operation, String namespace, String body) {
        return ENVELOPE.formatted(UUID.randomUUID(), represented, operation, namespace, body);
    }
}
