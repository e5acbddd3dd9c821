package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Event;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner is away until its queue at the broker takes nothing more, beside one that reads. */
@HubTest
class FullQueueTest {
    private static final String AWAY = "card-office";
    private static final String THERE = "funding";
    private static final int PERSONS = 20;
    private static final int EVENTS_EACH = 20;
    private static final String PADDING = "x".repeat(4_000);

    private final EventContracts contracts = new EventContracts();
    private final FakeDoor door = new FakeDoor(AWAY, THERE);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OutboxStore store;
    private final Dispatcher dispatcher;
    private TestBroker broker;
    private ProducerTemplate sender;

    @Autowired
    FullQueueTest(
            JdbcClient jdbc,
            @Qualifier("unpooled") DataSource unpooled,
            TransactionTemplate transactions,
            DeadEvents dead) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = new OutboxStore(jdbc);
        door.rule = this::handedOver;
        dispatcher = TestDispatcher.at(door, store, unpooled, dead);
    }

    @BeforeEach
    void start(@TempDir Path data) {
        broker = new TestBroker(data);
        camel.addComponent("jms", CamelJms.component(broker.broker().connections(), 10, true, refused -> {}));
        camel.start();
        sender = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        TestDispatcher.forget(jdbc, AWAY, THERE);
        camel.stop();
        broker.close();
    }

    /** As {@code Events} hands over to a partner's route. */
    private boolean handedOver(Event event, String partner) {
        try {
            sender.sendBodyAndHeaders(
                    "jms:queue:" + QueueNames.out(partner),
                    event.subject().educationId() + " " + event.id() + " " + PADDING,
                    Map.of(
                            EventStamp.EVENT_ID,
                            event.id().toString(),
                            EventStamp.GROUP,
                            event.subject().educationId()));
            return true;
        } catch (CamelExecutionException failed) {
            throw CamelJms.hasFailed(failed) ? new FaultException(Fault.UNAVAILABLE) : failed;
        }
    }

    @Test
    void what_finds_no_room_waits_and_comes_in_order_once_it_reads_again_and_the_other_has_not_waited()
            throws JMSException {
        broker.narrow(QueueNames.out(AWAY));
        var happened = aWeekHappens();
        dispatcher.start();

        assertThat(received(THERE)).isEqualTo(happened);
        await().untilAsserted(() -> {
            long inQueue = broker.depth(QueueNames.out(AWAY));
            assertThat(inQueue).as("full").isPositive().isLessThan(PERSONS * EVENTS_EACH / 2);
            assertThat(waiting()).isEqualTo(PERSONS * EVENTS_EACH - inQueue);
        });

        assertThat(received(AWAY)).isEqualTo(happened);
        await().until(() -> waiting() == 0);
        assertThat(broker.depth(QueueNames.out(AWAY))).isZero();
        assertThat(broker.depth(QueueNames.dead(AWAY))).isZero();
    }

    private Map<String, List<String>> aWeekHappens() {
        var happened = new HashMap<String, List<String>>();
        for (int n = 0; n < EVENTS_EACH; n++) {
            transactions.executeWithoutResult(status -> {
                for (int person = 0; person < PERSONS; person++) {
                    var ended = TestEvents.ended("full-" + person);
                    happened.computeIfAbsent("full-" + person, none -> new ArrayList<>())
                            .add(ended.eventId().toString());
                    new Outbox(store, contracts, door, () -> {}).on(ended);
                }
            });
        }
        return happened;
    }

    /** All that happened, as the partner reads it: of each person, in the order in which it came. */
    private Map<String, List<String>> received(String partner) throws JMSException {
        var received = new HashMap<String, List<String>>();
        try (var connection = broker.connect(partner);
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(new ActiveMQQueue(QueueNames.out(partner)))) {
            for (int n = 0; n < PERSONS * EVENTS_EACH; n++) {
                var message = consumer.receive(Patience.MILLIS);
                assertThat(message).as("number %d of %s", n, partner).isNotNull();
                var words = message.getBody(String.class).split(" ", 3);
                received.computeIfAbsent(words[0], none -> new ArrayList<>()).add(words[1]);
            }
            assertThat(consumer.receiveNoWait()).as("no more").isNull();
        }
        return received;
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox where partner = ?")
                .param(AWAY)
                .query(Long.class)
                .single();
    }
}
