package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.audit.RefusingTable;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.scope.Subject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The hub's own dispatcher, door and route, with an event that one more failure of its own would make a dead letter. */
@HubTest
class ClosedWayTest {
    private static final String PARTNER = "funding-control";
    private static final String OUT = "kapu.out." + PARTNER;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    ConnectionFactory hubConnectionFactory;

    @Autowired
    Broker broker;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void behind_a_full_queue_an_event_waits_and_leaves_when_there_is_room() throws Exception {
        var server = ((EmbeddedBroker) broker).server();
        var settings = server.getAddressSettingsRepository();
        var usual = settings.getMatch(OUT);
        settings.addMatch(
                OUT,
                new AddressSettings(usual)
                        .setMaxSizeBytes(50_000)
                        .setPageSizeBytes(50_000)
                        .setPageLimitBytes(100_000L));
        UUID event;
        try {
            fill();
            event = keepNearlyDead();

            awaitFailure(event, "Server.Registry.Unavailable");
        } finally {
            settings.addMatch(OUT, usual);
            server.locateQueue(OUT).deleteAllReferences();
        }
        awaitSent(event);
    }

    @Test
    void while_records_cannot_be_written_an_event_waits() {
        var event = UUID.randomUUID();
        try (var broken = RefusingTable.all(owner, event.toString())) {
            keepNearlyDead(event);

            awaitFailure(event, "Server.Audit.NotRecorded");
        }
        awaitSent(event);
    }

    private void fill() throws JMSException {
        try (var connection = hubConnectionFactory.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(new ActiveMQQueue(OUT))) {
            var full = false;
            while (!full) {
                try {
                    producer.send(session.createTextMessage("x".repeat(10_000)));
                } catch (JMSException e) {
                    full = true;
                }
            }
        }
    }

    private UUID keepNearlyDead() {
        var event = UUID.randomUUID();
        keepNearlyDead(event);
        return event;
    }

    private void keepNearlyDead(UUID id) {
        var institution = new TestRegistry(jdbc).institution().text();
        var changed = new InstitutionChanged(
                id, Instant.now(), Subject.ofInstitution(institution), institution, 1, TestRegistry.TODAY, List.of());
        var contracts = new EventContracts();
        transactions.executeWithoutResult(status -> {
            new OutboxStore(jdbc)
                    .add(new Delivery(
                            id,
                            "institutionChanged",
                            PARTNER,
                            changed.subject(),
                            institution,
                            contracts.write(contracts.of(changed)),
                            changed.occurredAt()));
            jdbc.sql("update outbox set own_failures = 9 where event_id = ?")
                    .param(id)
                    .update();
        });
    }

    private void awaitFailure(UUID event, String code) {
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select last_error from outbox where event_id = ? and attempts > 0")
                                        .param(event)
                                        .query(String.class)
                                        .list())
                                .containsExactly(code));
        assertThat(jdbc.sql("select buried_at is null and own_failures = 9 from outbox where event_id = ?")
                        .param(event)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void awaitSent(UUID event) {
        await().until(() -> jdbc.sql("select outcome from outbox_history where event_id = ?")
                .param(event)
                .query(String.class)
                .list()
                .contains("sent"));
    }
}
