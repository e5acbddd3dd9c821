package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import dev.kapu.start.DataDirectory;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way: registry, outbox, gate, queue, partner. */
@HubTest
class EventDeliveryTest {
    private final ApplicationEventPublisher registry;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Queues queues;
    private final DataDirectory data;
    private final ActiveMQConnectionFactory partners;

    @Autowired
    EventDeliveryTest(
            ApplicationEventPublisher registry,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Queues queues,
            DataDirectory data,
            Broker broker) {
        this.registry = registry;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.queues = queues;
        this.data = data;
        this.partners = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + ((EmbeddedBroker) broker).port());
    }

    @AfterEach
    void close() {
        partners.close();
    }

    @Test
    void the_end_of_an_affiliation_reaches_the_card_office_in_order_and_on_the_record() throws Exception {
        var events = new ArrayList<AffiliationEnded>();
        for (int i = 0; i < 3; i++) {
            var ended = ended();
            events.add(ended);
            transactions.executeWithoutResult(status -> registry.publishEvent(ended));
        }

        var bodies = new ArrayList<String>();
        try (var connection = connect("id-card-office");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var consumer = session.createConsumer(new ActiveMQQueue("kapu.out.id-card-office"));
            while (bodies.size() < 3) {
                var body = consumer.receive(Patience.MILLIS).getBody(String.class);
                if (events.stream()
                        .anyMatch(ended -> body.contains(ended.eventId().toString()))) {
                    bodies.add(body);
                }
            }
        }

        assertThat(bodies).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(bodies.get(i))
                    .contains(
                            events.get(i).eventId().toString(), "affiliationEnded", "70000000016", "1234567890123456");
        }
        assertThat(jdbc.sql("""
                        select count(*) from disclosure
                         where channel = 'EVENT' and partner = 'id-card-office' and message_id = :id""")
                        .param("id", events.get(0).eventId().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(jdbc.sql(
                                "select outcome from outbox_history where partner = 'id-card-office' and event_id = :id")
                        .param("id", events.get(2).eventId())
                        .query(String.class)
                        .list())
                .containsExactly("sent"));
    }

    @Test
    void a_message_that_the_gate_refuses_becomes_a_dead_letter_of_its_sender() throws Exception {
        var id = UUID.randomUUID().toString();
        try (var connection = connect("school-program");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var message = session.createTextMessage("<nonsense/>");
            message.setStringProperty("id", id);
            session.createProducer(new ActiveMQQueue("kapu.in.school-program")).send(message);
        }

        await().until(() -> letters(id).size() == 1);
        assertThat(letters(id).get(0).reason()).startsWith("Client.");
        assertThat(letters(id).get(0).origin()).isEqualTo("kapu.in.school-program");
    }

    private List<Queues.DeadLetter> letters(String sendersId) {
        return queues.deadLetters(1000).stream()
                .filter(letter -> letter.queue().equals("kapu.dead.school-program"))
                .filter(letter -> sendersId.equals(letter.sendersId()))
                .toList();
    }

    private Connection connect(String partner) throws IOException, JMSException {
        var secret = Files.readString(
                        data.root().resolve("demo").resolve(partner).resolve("secret"))
                .strip();
        var connection = partners.createConnection(partner, secret);
        connection.start();
        return connection;
    }

    private static AffiliationEnded ended() {
        return new AffiliationEnded(
                UUID.randomUUID(),
                Instant.now(),
                new Subject("70000000016", Set.of("040003"), "040003", Set.of(Scope.CARDHOLDERS)),
                "040003",
                "001",
                "compulsory-student",
                LocalDate.parse("2026-06-15"),
                List.of("1234567890123456"));
    }
}
