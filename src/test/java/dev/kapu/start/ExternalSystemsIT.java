package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.ExternalArtemis;
import dev.kapu.HubProcess;
import dev.kapu.PartnerClient;
import dev.kapu.Patience;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.soap.QueuePartner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A hub beside a PostgreSQL and an Artemis of somebody else, both set up as the operating manual tells. */
class ExternalSystemsIT {
    @TempDir
    static Path directory;

    @TempDir
    static Path elsewhere;

    static EmbeddedDatabase postgres;
    static ExternalArtemis artemis;
    static HubProcess hub;
    static DevelopmentCredentials credentials;
    static JdbcClient database;

    @BeforeAll
    static void start() throws Exception {
        var data = DataDirectory.open(elsewhere.resolve("postgres"), DataSize.ofBytes(1));
        postgres = EmbeddedDatabase.start(data, 0, Map.of("shared_buffers", "32MB"));
        database = owned(JdbcClient.create(postgres.asSuperuser("postgres")));
        artemis = ExternalArtemis.start(elsewhere.resolve("artemis"));
        hub = HubProcess.start(
                        directory,
                        elsewhere.resolve("log"),
                        "--kapu.database.url=" + databaseUrl(),
                        "--kapu.database.demonstration=true",
                        "--kapu.broker.url=" + artemis.addressForHub(),
                        "--kapu.broker.validated-users=true",
                        "--kapu.seed.persons=500",
                        "--kapu.demo.enabled=false")
                .awaitReady();
        credentials = new DevelopmentCredentials(directory.resolve("data/demo"));
        for (var partner : new String[] {"id-card-office", "school-program"}) {
            artemis.admit(partner, credentials.secret(partner));
        }
    }

    private static String databaseUrl() {
        return postgres.url("registry") + "?user=registry_owner&password=secret";
    }

    /** What the manual has the database's administrator do. */
    private static JdbcClient owned(JdbcClient administrator) {
        administrator
                .sql("create role registry_owner login createrole password 'secret'")
                .update();
        administrator.sql("create database registry owner registry_owner").update();
        return JdbcClient.create(postgres.asSuperuser("registry"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        artemis.close();
        postgres.close();
    }

    @Test
    void nothing_embedded_starts() throws Exception {
        assertThat(directory.resolve("data")).isDirectoryNotContaining("glob:**{postgres,postgres-program,artemis}");
        assertThat(hub.servers()).isEmpty();
        assertThat(hub.log()).doesNotContain("ALARM", "ERROR");
    }

    @Test
    void the_hubs_own_login_cannot_change_a_record_even_if_it_lays_down_every_role() throws Exception {
        var nobody = new Database.Login(null, null);
        var database = ExternalRoles.prepare(Database.external(databaseUrl(), nobody, nobody));

        assertThat(usersOfTheHub()).containsOnly("kapu_app");
        try (var connection = database.asApp().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set role none");
            for (var change : List.of("update kapu.disclosure set reason = ''", "delete from kapu.disclosure")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
    }

    private static List<String> usersOfTheHub() {
        return database.sql("""
                        select usename from pg_stat_activity
                        where datname = 'registry' and application_name = 'kapu'""").query(String.class).list();
    }

    @Test
    void a_lookup_is_answered_and_recorded_in_the_external_database() throws Exception {
        var answer = hub.bash(hub.said("(?m)^ *(curl .*)$"));

        assertThat(answer).contains("getCardholderResponse").doesNotContain("Fault");
        assertThat(database.sql("select operation from kapu.disclosure where message_id = 'first-question'")
                        .query(String.class)
                        .single())
                .isEqualTo("IdCards/getCardholder");
    }

    @Test
    void an_end_that_is_reported_by_queue_is_answered_and_becomes_an_event_on_the_external_queue() throws Exception {
        var affiliation = database.sql("""
                        select education_id, institution_code from kapu.affiliation
                        where type = 'student' and end_date is null order by education_id limit 1""").query().singleRow();
        var person = String.valueOf(affiliation.get("education_id"));
        database.sql("""
                        insert into kapu.card_request (id, education_id, institution_code, site_serial, card_type, state,
                                                       requested_by, requested_at)
                        select gen_random_uuid(), education_id, institution_code, site_serial, 'student', 'requested',
                               'school-program', now()
                          from kapu.affiliation where education_id = ? and type = 'student' and end_date is null""").param(affiliation.get("education_id")).update();
        var envelope = PartnerClient.envelope(
                "end-affiliation",
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "person", person,
                        "institution", String.valueOf(affiliation.get("institution_code")),
                        "type", "student",
                        "end", LocalDate.now(ZoneId.of("Europe/Budapest")).toString()));

        try (var school = new QueuePartner(artemis.address(), credentials, "school-program")) {
            assertThat(school.ask("Affiliations", envelope))
                    .contains("endAffiliationResponse")
                    .doesNotContain("Fault");
        }

        assertThat(event(Patience.LIMIT)).contains("cardRequestRefused", person);
        assertThat(event(Patience.LIMIT)).contains("affiliationEnded", person);
        await().until(() ->
                artemis.server().locateQueue("kapu.out.id-card-office").getMessageCount() == 0);
    }

    @Test
    void a_request_that_is_too_large_is_answered_without_being_read() {
        try (var school = new QueuePartner(artemis.address(), credentials, "school-program")) {
            assertThat(school.ask("IdCards", "x".repeat(20_000_000)))
                    .contains("<faultcode>soap:Client.Message.TooLarge</faultcode>");
        }
    }

    private static String event(Duration patience) throws Exception {
        var secret = Files.readString(credentials.secret("id-card-office"));
        try (var factory = new ActiveMQConnectionFactory(artemis.address());
                var office = factory.createContext("id-card-office", secret);
                var events = office.createConsumer(office.createQueue("kapu.out.id-card-office"))) {
            var message = events.receive(patience.toMillis());
            return message == null ? "no event" : message.getBody(String.class);
        }
    }
}
