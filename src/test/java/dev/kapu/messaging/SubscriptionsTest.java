package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner chooses among the events that its grants cover. */
@HubTest
class SubscriptionsTest {
    private static final String OFFICE = "id-card-office";

    @LocalServerPort
    int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    ApplicationEventPublisher registry;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everything_is_wanted_again() {
        jdbc.sql("delete from declined_event").update();
    }

    @Test
    void the_kinds_that_its_grants_cover_are_listed_and_no_others() {
        var list = ask(OFFICE, "<listSubscriptions xmlns='urn:kapu:subscriptions:v1'/>");

        assertThat(list)
                .contains(">affiliationEnded<", ">personsMerged<", "wanted>true<")
                .doesNotContain("submissionStateChanged", "wanted>false<");
    }

    @Test
    void what_is_declined_does_not_come_and_comes_again_once_it_is_wanted() {
        assertThat(decline(OFFICE, "affiliationEnded")).contains("wanted>false<", "declinedAt>");
        var unwanted = happens();
        assertThat(kept(unwanted)).contains("registry-office").doesNotContain(OFFICE);

        var back =
                ask(OFFICE, "<subscribe xmlns='urn:kapu:subscriptions:v1'><kind>affiliationEnded</kind></subscribe>");

        assertThat(back).doesNotContain("wanted>false<");
        assertThat(kept(happens())).contains(OFFICE);
        assertThat(kept(unwanted)).doesNotContain(OFFICE);
    }

    @Test
    void a_kind_that_no_grant_covers_cannot_be_asked_for_and_nothing_changes() {
        var refused = ask(OFFICE, """
                <unsubscribe xmlns='urn:kapu:subscriptions:v1'><kind>affiliationEnded</kind>\
                <kind>submissionStateChanged</kind></unsubscribe>""");

        assertThat(refused).contains("Client.Subscription.NotGranted");
        assertThat(kept(happens())).contains(OFFICE);
    }

    @Test
    void nobody_declines_for_another() {
        decline("registry-office", "affiliationEnded");

        assertThat(kept(happens())).containsExactlyInAnyOrder(OFFICE, "school-program");
    }

    /** Somebody leaves a school; the outbox keeps it for those who want it. */
    private UUID happens() {
        var ended = TestEvents.ended("70000000016");
        transactions.executeWithoutResult(status -> registry.publishEvent(ended));
        return ended.eventId();
    }

    /** For whom it was kept, whether it waits or has left. */
    private Iterable<String> kept(UUID event) {
        return jdbc.sql("""
                        select partner from outbox where event_id = :id
                        union select partner from outbox_history where event_id = :id order by 1""").param("id", event).query(String.class).list();
    }

    private String decline(String partner, String kind) {
        return ask(partner, "<unsubscribe xmlns='urn:kapu:subscriptions:v1'><kind>" + kind + "</kind></unsubscribe>");
    }

    private String ask(String partner, String body) {
        return new PartnerClient(port, credentials, partner)
                .ask("Subscriptions", PartnerClient.envelope("office", Map.of("body", body)))
                .body();
    }
}
