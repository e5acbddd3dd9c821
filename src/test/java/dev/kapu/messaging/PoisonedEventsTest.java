package dev.kapu.messaging;

import static dev.kapu.messaging.TestEvents.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.movement.AffiliationEnded;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events at which the hub itself fails, in the real outbox and with the real broker; only the door is a test's own. */
@HubTest
class PoisonedEventsTest {
    private static final EventContracts CONTRACTS = new EventContracts();
    private static final int ATTEMPTS = 3;

    private final String partner = "poison-" + UUID.randomUUID().toString().substring(0, 8);
    private final String dead = QueueNames.dead(partner);
    private final FakeDoor door = new FakeDoor(partner);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcClient jdbc;
    private final DataSource unpooled;
    private final ConnectionFactory connections;
    private final EmbeddedBroker broker;
    private final OutboxStore store;
    private final Queues queues;
    private final List<Dispatcher> dispatchers = new ArrayList<>();

    @Autowired
    PoisonedEventsTest(
            JdbcClient jdbc,
            @Qualifier("unpooled") DataSource unpooled,
            ConnectionFactory hubConnectionFactory,
            Broker broker,
            Queues queues) {
        this.jdbc = jdbc;
        this.unpooled = unpooled;
        this.connections = hubConnectionFactory;
        this.broker = (EmbeddedBroker) broker;
        this.store = new OutboxStore(jdbc);
        this.queues = queues;
    }

    @AfterEach
    void clean() throws Exception {
        dispatchers.forEach(Dispatcher::stop);
        TestDispatcher.forget(jdbc, partner);
        for (var queue : QueueNames.of(partner)) {
            if (broker.server().locateQueue(queue) != null) {
                broker.server().destroyQueue(broker.server().locateQueue(queue).getName());
            }
        }
    }

    @Test
    void an_event_at_which_the_hub_fails_becomes_a_dead_letter_and_later_ones_of_the_person_go_on() {
        queuesOfPartner();
        var poisoned = keep(ended("person-1"));
        var later = keep(ended("person-1"));
        failAt(poisoned, Fault.INTERNAL);

        dispatch();

        await().until(() -> passed(later));
        assertThat(door.offered)
                .filteredOn(event -> event.id().equals(poisoned))
                .hasSize(ATTEMPTS);
        assertThat(letters())
                .extracting(Queues.DeadLetter::origin, Queues.DeadLetter::reason)
                .containsExactly(tuple("outbox", "Server.Internal"));
        assertThat(meters.get("kapu.outbox.dead")
                        .tag("partner", partner)
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(new BacklogStore(jdbc).waiting(1_000))
                .noneMatch(backlog -> backlog.partner().equals(partner));
    }

    @Test
    void a_letter_tells_the_partner_nothing_of_the_person_and_not_the_content() throws JMSException {
        queuesOfPartner();
        var event = ended("person-1");
        keep(event, "<affiliationEnded>72000000154");

        dispatch();

        await().until(() -> letters().size() == 1);
        try (var jms = connections.createContext();
                var consumer = jms.createConsumer(jms.createQueue(dead))) {
            var letter = consumer.receive(Patience.MILLIS);
            assertThat(letter.getBody(String.class)).isEmpty();
            assertThat(letter.getStringProperty("kapuEventId"))
                    .isEqualTo(event.eventId().toString());
            assertThat(Collections.list(letter.getPropertyNames()))
                    .filteredOn(name -> !String.valueOf(name).startsWith("JMSX"))
                    .containsOnly("kapuFaultCode", "kapuOrigin", "kapuEventId", "kapuEventKind");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PURPOSE_NEEDED", "INVALID"})
    void so_does_one_that_the_door_refuses_for_what_it_is(Fault fault) {
        queuesOfPartner();
        failAt(keep(ended("person-1")), fault);

        dispatch();

        await().until(() -> letters().size() == 1);
        assertThat(letters().get(0).reason()).isEqualTo(fault.code());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "NOT_RECORDED", "QUOTA_EXCEEDED", "BUSY"})
    void while_the_way_is_closed_events_wait_and_none_becomes_a_dead_letter(Fault closed) {
        queuesOfPartner();
        var event = keep(ended("person-1"));
        var open = new AtomicBoolean();
        door.rule = (offered, to) -> {
            if (!open.get()) {
                throw new FaultException(closed);
            }
            return true;
        };
        dispatch();
        await().until(() -> door.offered.size() > 2 * ATTEMPTS);
        assertThat(letters()).isEmpty();

        open.set(true);

        await().until(() -> passed(event));
    }

    @Test
    void attempts_of_an_outage_are_not_counted_against_an_event() {
        queuesOfPartner();
        var event = keep(ended("person-1"));
        var attempt = new AtomicInteger();
        door.rule = (offered, to) -> {
            var number = attempt.incrementAndGet();
            if (number <= 3 * ATTEMPTS) {
                throw new FaultException(number % ATTEMPTS == 0 && number < 3 * ATTEMPTS ? Fault.INTERNAL : Fault.BUSY);
            }
            return true;
        };

        dispatch();

        await().until(() -> passed(event));
        assertThat(letters()).isEmpty();
    }

    @Test
    void what_finds_no_room_among_the_dead_letters_waits_for_it() {
        var poisoned = keep(ended("person-1"));
        failAt(poisoned, Fault.INTERNAL);
        dispatch();
        await().until(() -> door.offered.size() > 2 * ATTEMPTS);
        assertThat(new BacklogStore(jdbc).waiting(1_000))
                .filteredOn(backlog -> backlog.partner().equals(partner))
                .hasSize(1);

        queuesOfPartner();

        await().until(() -> letters().size() == 1);
    }

    @Test
    void many_poisoned_events_hold_up_nobody() {
        queuesOfPartner();
        for (int person = 0; person < 300; person++) {
            keep(ended("person-" + person), "<nonsense/>");
        }
        var good = keep(ended("person-300"));

        dispatch(Duration.ofHours(1));

        await().until(() -> passed(good));
    }

    @Test
    void sent_again_after_mending_it_leaves_and_sent_again_too_early_it_is_a_dead_letter_once_more() {
        queuesOfPartner();
        var poisoned = keep(ended("person-1"));
        failAt(poisoned, Fault.INTERNAL);
        dispatch();
        await().until(() -> letters().size() == 1);

        var first = letters().get(0).messageId();
        await().until(() -> queues.replay(first));
        await().until(() -> door.offered.size() == 2 * ATTEMPTS && letters().size() == 1);
        assertThat(letters().get(0).messageId()).isNotEqualTo(first);
        door.rule = (event, to) -> true;
        await().until(() -> queues.replay(letters().get(0).messageId()));

        await().until(() -> passed(poisoned));
        assertThat(letters()).isEmpty();
        assertThat(queues.replay(first)).isFalse();
    }

    @Test
    void a_second_letter_of_an_event_that_has_left_is_taken_away_and_sends_nothing() {
        queuesOfPartner();
        var poisoned = ended("person-1");
        keep(poisoned);
        failAt(poisoned.eventId(), Fault.INTERNAL);
        dispatch();
        await().until(() -> letters().size() == 1);
        // As the hub does that dies before the outbox knows of the letter.
        deadEvents().bury(new Delivery.Due(-1, delivery(poisoned, ""), 0, 0), Fault.INTERNAL.code());
        assertThat(letters()).hasSize(2);

        door.rule = (event, to) -> true;
        assertThat(queues.replay(letters().get(0).messageId())).isTrue();
        await().until(() -> passed(poisoned.eventId()));

        await().until(() -> queues.replay(letters().get(0).messageId()));
        assertThat(letters()).isEmpty();
        assertThat(door.passed).hasSize(1);
    }

    private void queuesOfPartner() {
        broker.partnerQueues().ensureOf(partner);
    }

    private void failAt(UUID poisoned, Fault fault) {
        door.rule = (event, to) -> {
            if (event.id().equals(poisoned)) {
                throw new FaultException(fault);
            }
            return true;
        };
    }

    private UUID keep(AffiliationEnded event) {
        keep(event, CONTRACTS.write(CONTRACTS.of(event)));
        return event.eventId();
    }

    private void keep(AffiliationEnded event, String body) {
        store.add(delivery(event, body));
    }

    private Delivery delivery(AffiliationEnded event, String body) {
        return new Delivery(
                event.eventId(), "affiliationEnded", partner, event.subject(), "040003", body, event.occurredAt());
    }

    private void dispatch() {
        dispatch(Duration.ofMillis(50));
    }

    private void dispatch(Duration longestWait) {
        var dispatcher = new Dispatcher(
                store,
                CONTRACTS,
                new LeaderStore(unpooled, ThreadLocalRandom.current().nextLong()),
                door,
                deadEvents(),
                new OutboxProperties(Duration.ofMillis(20), longestWait, ATTEMPTS, Duration.ofDays(1)));
        dispatchers.add(dispatcher);
        dispatcher.start();
    }

    private DeadEvents deadEvents() {
        return new DeadEvents(new DeadEventStore(jdbc), connections, meters);
    }

    private boolean passed(UUID event) {
        return door.passed.stream().anyMatch(passed -> passed.id().equals(event));
    }

    private List<Queues.DeadLetter> letters() {
        return queues.deadLetters(10_000).stream()
                .filter(letter -> letter.queue().equals(dead))
                .toList();
    }
}
