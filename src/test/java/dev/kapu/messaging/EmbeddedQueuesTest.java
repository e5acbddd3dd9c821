package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kapu.Patience;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EmbeddedQueuesTest {
    /** As delivered. */
    private static final int ATTEMPTS = 20;

    private TestBroker broker;
    private EmbeddedQueues queues;

    @BeforeEach
    void start(@TempDir Path data) {
        broker = new TestBroker(data);
        queues = new EmbeddedQueues(
                broker.broker().server(), (partner, event) -> (partner + " " + event).equals("card-office known"));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void queues_are_listed_with_what_is_in_them() throws JMSException {
        send("kapu.out.card-office", 0);
        send("kapu.out.card-office", 0);

        var state = state("kapu.out.card-office");

        assertThat(state.depth()).isEqualTo(2);
        assertThat(state.added()).isEqualTo(2);
        assertThat(state.consumers()).isZero();
        assertThat(state.oldest()).isNotNull();
        assertThat(queues.all())
                .extracting(Queues.QueueState::name)
                .contains("kapu.dead", "kapu.dead.card-office", "kapu.in.funding")
                .doesNotContain("kapu.selftest")
                .isSorted();
    }

    @Test
    void what_a_partner_rejects_too_often_becomes_its_dead_letter_and_can_be_replayed() throws JMSException {
        send("kapu.out.card-office", 0);

        rejectAll("kapu.out.card-office");

        await().until(() -> state("kapu.out.card-office").deadLetters() == 1);
        var letter = queues.deadLetters(10).get(0);
        assertThat(letter.queue()).isEqualTo("kapu.dead.card-office");
        assertThat(letter.origin()).isEqualTo("kapu.out.card-office");
        assertThat(letter.reason()).isEqualTo("undelivered");
        assertThat(letter.givenBack()).isTrue();
        assertThat(letter.eventKind()).isEqualTo("affiliationEnded");
        assertThat(UUID.fromString(letter.sendersId())).isNotNull();

        // Its duplicate id is known to the broker, but this is no repetition.
        assertThat(queues.replay(letter.messageId())).isTrue();

        assertThat(queues.deadLetters(10)).isEmpty();
        await().until(() -> broker.depth("kapu.out.card-office") == 1);
    }

    @Test
    void an_expired_message_is_kept() throws JMSException {
        send("kapu.in.card-office", 1);

        await().until(() -> {
            broker.asHub(hub ->
                    hub.createConsumer(new ActiveMQQueue("kapu.in.card-office")).receiveNoWait());
            return !queues.deadLetters(10).isEmpty();
        });

        var letter = queues.deadLetters(10).get(0);
        assertThat(letter.queue()).isEqualTo("kapu.expired");
        assertThat(letter.origin()).isEqualTo("kapu.in.card-office");
        assertThat(letter.reason()).isEqualTo("expired");
        assertThat(letter.eventKind()).as("a partner's own type").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kapu.dead",
                "kapu.expired",
                "kapu.in.card-office",
                "kapu.out.card-office",
                "kapu.replies.card-office",
                "kapu.dead.card-office",
                "kapu.requests.IdCards"
            })
    void no_queue_may_fill_the_disk(String queue) {
        var settings = broker.broker().server().getAddressSettingsRepository().getMatch(queue);

        assertThat(settings.getPageLimitBytes()).isPositive();
        assertThat(settings.getPageFullMessagePolicy()).isEqualTo(PageFullMessagePolicy.FAIL);
    }

    @Test
    void a_reply_that_nobody_fetches_is_dropped_after_a_day() throws JMSException {
        var replies = new ActiveMQQueue("kapu.replies.card-office");
        send("kapu.replies.card-office", 0);
        broker.as("card-office", session -> {
            var reply = session.createConsumer(replies).receive(Patience.MILLIS);
            assertThat(reply.getJMSExpiration() - reply.getJMSTimestamp()).isBetween(86_390_000L, 86_410_000L);
        });

        send("kapu.replies.card-office", 1);
        broker.as("card-office", session -> {
            assertThat(session.createConsumer(replies).receiveNoWait()).isNull();
        });

        await().until(() -> broker.depth("kapu.replies.card-office") == 0);
        assertThat(queues.deadLetters(10)).isEmpty();
    }

    @Test
    void a_message_that_the_partner_rejects_is_not_lost_when_its_dead_letters_are_full() throws JMSException {
        broker.fill("kapu.dead.card-office");
        send("kapu.out.card-office", 0);

        rejectAll("kapu.out.card-office");

        await().until(() -> broker.depth("kapu.out.card-office") == 1);
        broker.restart();
        broker.as("card-office", session -> {
            var consumer = session.createConsumer(new ActiveMQQueue("kapu.out.card-office"));
            assertThat(consumer.receive(Patience.MILLIS)).isNotNull();
        });
    }

    @Test
    void a_letter_that_came_from_no_queue_of_partners_stays() throws JMSException {
        broker.asHub(hub -> {
            for (var origin : List.of("kapu.dead", "activemq.management", "kapu.selftest", "kapu.in.nobody")) {
                var message = hub.createTextMessage("x");
                message.setStringProperty("kapuOrigin", origin);
                hub.createProducer(new ActiveMQQueue("kapu.dead")).send(message);
            }
            hub.createProducer(new ActiveMQQueue("kapu.dead")).send(hub.createTextMessage("x"));
        });

        for (var letter : queues.deadLetters(10)) {
            assertThat(queues.replay(letter.messageId())).isFalse();
        }
        assertThat(queues.deadLetters(10)).hasSize(5);
        assertThat(queues.deadLetters(2)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "kapu.dead.card-office, known,   true",
        "kapu.dead.card-office, unknown, false",
        "kapu.dead.funding,     known,   false",
        "kapu.dead,             known,   false"
    })
    void the_letter_of_an_event_goes_when_the_outbox_has_its_event_for_this_partner(
            String dead, String event, boolean goes) throws JMSException {
        broker.asHub(hub -> {
            var letter = hub.createTextMessage("");
            letter.setStringProperty("kapuOrigin", "outbox");
            letter.setStringProperty("kapuEventId", event);
            hub.createProducer(new ActiveMQQueue(dead)).send(letter);
        });

        assertThat(queues.replay(queues.deadLetters(10).get(0).messageId())).isEqualTo(goes);

        assertThat(broker.depth(dead)).isEqualTo(goes ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "kapu.dead.card-office, kapuOrigin,      kapu.in.funding",
        "kapu.dead.card-office, _AMQ_ORIG_QUEUE, kapu.out.funding",
        "kapu.dead,             kapuOrigin,      kapu.in.card-office",
        "kapu.expired,          kapuOrigin,      kapu.in.funding"
    })
    void a_letter_that_claims_another_origin_than_it_can_have_stays(String dead, String property, String origin)
            throws JMSException {
        broker.asHub(hub -> {
            var message = hub.createTextMessage("x");
            message.setStringProperty(property, origin);
            hub.createProducer(new ActiveMQQueue(dead)).send(message);
        });

        assertThat(queues.replay(queues.deadLetters(10).get(0).messageId())).isFalse();

        assertThat(broker.depth(dead)).isEqualTo(1);
        assertThat(broker.depth(origin)).isZero();
    }

    @Test
    void a_partner_cannot_write_down_where_its_letter_came_from() throws JMSException {
        broker.as("card-office", session -> {
            var producer = session.createProducer(new ActiveMQQueue("kapu.in.card-office"));
            var message = session.createTextMessage("x");
            message.setStringProperty("kapuOrigin", "kapu.in.funding");
            message.setStringProperty("_AMQ_ORIG_QUEUE", "kapu.in.funding");
            producer.setTimeToLive(1);
            producer.send(message);
        });
        await().until(() -> {
            broker.asHub(hub ->
                    hub.createConsumer(new ActiveMQQueue("kapu.in.card-office")).receiveNoWait());
            return !queues.deadLetters(10).isEmpty();
        });

        assertThat(queues.deadLetters(10).get(0).origin()).isEqualTo("kapu.in.card-office");
        assertThat(queues.replay(queues.deadLetters(10).get(0).messageId())).isTrue();

        assertThat(broker.depth("kapu.in.funding")).isZero();
    }

    @Test
    void the_watch_measures_queues_and_raises_one_alarm() throws JMSException {
        var meters = new SimpleMeterRegistry();
        var watch = new BrokerWatch(queues, meters);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        ((Logger) LoggerFactory.getLogger(BrokerWatch.class)).addAppender(log);
        send("kapu.dead.card-office", 0);

        watch.run();
        watch.run();

        assertThat(meters.get("kapu.queue.depth")
                        .tag("queue", "kapu.dead.card-office")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("ALARM dead letters: 1 in kapu.dead.card-office");
    }

    @Test
    void the_health_follows_the_broker() {
        assertThat(queues.health().connected()).isTrue();
        assertThat(queues.health().diskFull()).isFalse();
        assertThat(queues.health().diskUsage()).isBetween(0.0, 1.0);

        broker.broker().close();

        assertThat(queues.health().connected()).isFalse();
    }

    private Queues.QueueState state(String name) {
        return queues.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void rejectAll(String queue) throws JMSException {
        try (var connection = broker.connect("card-office");
                var session = connection.createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(new ActiveMQQueue(queue))) {
            for (int delivery = 0; delivery < ATTEMPTS; delivery++) {
                assertThat(consumer.receive(Patience.MILLIS)).isNotNull();
                session.rollback();
            }
        }
    }

    private void send(String queue, long timeToLive) throws JMSException {
        broker.asHub(hub -> {
            var producer = hub.createProducer(new ActiveMQQueue(queue));
            producer.setTimeToLive(timeToLive);
            var message = hub.createTextMessage("<x/>");
            message.setStringProperty("_AMQ_DUPL_ID", UUID.randomUUID().toString());
            message.setJMSType("affiliationEnded");
            producer.send(message);
        });
    }
}
