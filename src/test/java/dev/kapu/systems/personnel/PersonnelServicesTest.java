package dev.kapu.systems.personnel;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.systems.personnel.ModuleMessages.report;
import static dev.kapu.systems.personnel.ModuleMessages.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.Patience;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.soap.QueuePartner;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: the personnel module over HTTP, over JMS and by its own queue. */
@HubTest
class PersonnelServicesTest {
    private static final String MODULE = "personnel-module";

    @LocalServerPort
    int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    BrokerAddress broker;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId teacher;
    private ModuleMessages module;

    @BeforeEach
    void somebody() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        teacher = registry.person();
        module = new ModuleMessages(teacher, school);
    }

    @Test
    void a_report_is_followed_and_its_person_is_on_the_record() {
        var answer = ask(MODULE, report(module.posting(1, "001"), module.title(2, "igazgató")));

        assertThat(answer)
                .contains("reportResponse", teacher.text(), "state>applied<")
                .doesNotContain("Kovács");
        assertThat(posts()).containsExactly("igazgató");
        assertThat(records("Personnel/report")).containsExactly("personnel.report");
    }

    @Test
    void a_report_by_request_queue_is_answered_there() {
        try (var queue = new QueuePartner(broker.url(), credentials, MODULE)) {
            assertThat(queue.ask("Personnel", envelope(report(module.posting(1, "001")))))
                    .contains("state>applied<");
            assertThat(queue.ask("Personnel", envelope(report(module.posting(1, "002")))))
                    .contains("<faultcode>soap:Client.Personnel.NumberReused</faultcode>");
        }
        assertThat(posts()).containsExactly("tanár");
    }

    @Test
    void a_report_by_the_modules_own_queue_is_the_element_alone_and_comes_right_when_doubled() throws IOException {
        send(report(module.title(2, "igazgató")));
        send(report(module.posting(1, "001")));
        send(report(module.posting(1, "001")));

        await().untilAsserted(() -> assertThat(posts()).containsExactly("igazgató"));
    }

    @Test
    void what_contradicts_is_listed_with_its_reason_for_the_module_and_the_office() {
        ask(MODULE, report(module.posting(1, "009")));

        for (var partner : List.of(MODULE, "registry-office")) {
            assertThat(ask(partner, "<listParked xmlns='urn:kapu:personnel:v1'><limit>500</limit></listParked>"))
                    .contains(teacher.text(), "reason>Client.Institution.SiteNotFound<");
        }
        assertThat(posts()).isEmpty();
    }

    @Test
    void what_was_parked_for_a_missing_site_is_followed_soon_after_the_office_has_added_it() {
        ask(MODULE, report(module.posting(1, "009")));

        theOfficeAmends("""
                <site><m:siteSerial>009</m:siteSerial><m:name>Új telephely</m:name><m:address><p:country>HU</p:country>\
                <p:postcode>9021</p:postcode><p:settlement>Győr</p:settlement><p:street>Duna u. 9.</p:street>\
                </m:address></site>""");

        await().untilAsserted(() -> assertThat(posts()).containsExactly("tanár"));
    }

    @Test
    void what_was_parked_for_a_closed_institution_is_followed_soon_after_the_office_has_opened_it() {
        theOfficeAmends("<active>false</active>");
        assertThat(ask(MODULE, report(module.posting(1, "001")))).contains("reason>Client.Institution.Closed<");

        theOfficeAmends("<active>true</active>");

        await().untilAsserted(() -> assertThat(posts()).containsExactly("tanár"));
    }

    @Test
    void the_module_withdraws_and_sees_the_timeline_that_follows() {
        ask(MODULE, report(module.posting(1, "009"), module.posting(2, "001")));

        assertThat(ask(MODULE, """
                <withdrawMessage xmlns='urn:kapu:personnel:v1'><educationId>%s</educationId>\
                <messageNumber>1</messageNumber></withdrawMessage>""".formatted(teacher.text()))).contains("state>withdrawn<");
        assertThat(ask(MODULE, timeline(teacher)))
                .contains("state>withdrawn<", "state>applied<", "weeklyHours>26", "post>tanár<");
    }

    @Test
    void of_whom_the_module_never_spoke_it_learns_nothing() {
        var pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);

        var known = ask(MODULE, timeline(pupil));
        var unknown = ask(MODULE, timeline(TestRegistry.freeId()));

        assertThat(withoutId(known)).isEqualTo(withoutId(unknown)).doesNotContain("employment>", "kept>");
    }

    @Test
    void a_school_may_not_speak_for_the_module_nor_look_into_its_messages() {
        assertThat(ask("school-program", report(module.posting(1, "001")))).contains("Client.Permission.NotPermitted");
        assertThat(ask("school-program", timeline(teacher))).contains("Client.Permission.NotPermitted");
        assertThat(ask("registry-office", report(module.posting(1, "001")))).contains("Client.Permission.NotPermitted");
        assertThat(posts()).isEmpty();
    }

    @Test
    void garbage_is_a_fault_that_names_the_element() {
        assertThat(ask(MODULE, report(module.posting(1, "1")))).contains("Client.Message.Invalid", "siteSerial");
        assertThat(ask(MODULE, report(module.posting(1, "001").replace(teacher.text(), "71234567890"))))
                .contains("Client.Person.EducationIdInvalid");
    }

    @Test
    void the_same_message_a_thousand_times_by_queue_gives_one_history_row() throws IOException {
        var bodies = Collections.nCopies(1000, report(module.posting(1, "001")));

        send(bodies.toArray(String[]::new));

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(records("Personnel/report")).hasSize(1000));
        assertThat(jdbc.sql("select kind from history where education_id = ? and kind like 'affiliation%'")
                        .param(teacher.number())
                        .query(String.class)
                        .list())
                .containsExactly("affiliation-started");
    }

    @Test
    void a_reused_number_is_named_by_its_place_in_the_report() {
        ask(MODULE, report(module.posting(1, "001")));

        assertThat(ask(MODULE, report(module.title(2, "igazgató"), module.posting(1, "002"))))
                .contains("Client.Personnel.NumberReused", "message[2]/messageNumber");
    }

    @Test
    void a_reused_number_of_one_person_leaves_the_rest_of_the_queued_report_followed() throws IOException {
        ask(MODULE, report(module.posting(1, "001")));
        var colleague = new TestRegistry(jdbc).person();
        var mixed =
                report(module.posting(1, "002"), module.posting(1, "001").replace(teacher.text(), colleague.text()));

        send(mixed);

        await().untilAsserted(() -> assertThat(ask(MODULE, timeline(colleague))).contains("state>applied<"));
        assertThat(ask(MODULE, mixed))
                .contains("state>refused<", "reason>Client.Personnel.NumberReused<", "state>applied<");
    }

    @Test
    void of_a_queued_report_that_is_refused_in_part_the_module_hears_by_its_reply_queue_which_and_why()
            throws Exception {
        ask(MODULE, report(module.posting(1, "001")));
        var colleague = new TestRegistry(jdbc).person();

        var answer = answered(
                report(module.posting(1, "002"), module.posting(1, "001").replace(teacher.text(), colleague.text())));

        assertThat(answer)
                .contains("reportResponse")
                .containsSubsequence(
                        teacher.text(),
                        "state>refused<",
                        "reason>Client.Personnel.NumberReused<",
                        colleague.text(),
                        "state>applied<");
    }

    /** Of a message in the module's own queue that names the reply queue. */
    private String answered(String body) throws Exception {
        try (var factory = new ActiveMQConnectionFactory(broker.url());
                var jms = factory.createContext(MODULE, Files.readString(credentials.secret(MODULE)))) {
            var replies = jms.createQueue("kapu.replies." + MODULE);
            var correlation = UUID.randomUUID().toString();
            jms.createProducer()
                    .setJMSReplyTo(replies)
                    .setJMSCorrelationID(correlation)
                    .setProperty("id", UUID.randomUUID().toString())
                    .send(jms.createQueue("kapu.in." + MODULE), body);
            var answer = jms.createConsumer(replies, "JMSCorrelationID = '" + correlation + "'")
                    .receive(Patience.MILLIS);
            assertThat(answer).isInstanceOf(TextMessage.class);
            return answer.getBody(String.class);
        }
    }

    @Test
    void more_than_500_messages_do_not_follow_the_schema() {
        var messages = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> module.title(number, "tanár"))
                .toArray(String[]::new);

        assertThat(ask(MODULE, report(messages))).contains("Client.Message.Invalid", "message");
    }

    private static String withoutId(String answer) {
        return answer.replaceAll("<[^>]*id>[^<]*<|(?s)<[^>]*Header>.*Header>", "");
    }

    private void theOfficeAmends(String what) {
        var amended = new PartnerClient(port, credentials, "registry-office")
                .ask("InstitutionMaster", envelope("""
                <amendInstitution xmlns='urn:kapu:institution-master:v1' xmlns:m='urn:kapu:institution:v1' \
                xmlns:p='urn:kapu:person:v1'><institutionCode>%s</institutionCode><validFrom>%s</validFrom>%s\
                </amendInstitution>""".formatted(school.text(), TODAY.minusDays(30), what)));
        assertThat(amended.body()).contains("amendInstitutionResponse");
    }

    private String ask(String partner, String body) {
        return new PartnerClient(port, credentials, partner)
                .ask("Personnel", envelope(body))
                .body();
    }

    private static String envelope(String body) {
        return PartnerClient.envelope("office", Map.of("body", body));
    }

    private void send(String... bodies) throws IOException {
        try (var factory = new ActiveMQConnectionFactory(broker.url());
                var jms = factory.createContext(MODULE, Files.readString(credentials.secret(MODULE)))) {
            for (var body : bodies) {
                jms.createProducer()
                        .setProperty("id", UUID.randomUUID().toString())
                        .send(jms.createQueue("kapu.in." + MODULE), body);
            }
        }
    }

    private List<String> posts() {
        return jdbc.sql("select post from affiliation where education_id = ?")
                .param(teacher.number())
                .query(String.class)
                .list();
    }

    private List<String> records(String operation) {
        return jdbc.sql("select permission from disclosure where operation = ? and ? = any (persons)")
                .params(operation, teacher.text())
                .query(String.class)
                .list();
    }
}
