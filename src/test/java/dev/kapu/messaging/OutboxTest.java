package dev.kapu.messaging;

import static dev.kapu.messaging.TestEvents.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Event;
import dev.kapu.gate.EventDoor;
import dev.kapu.registry.movement.AffiliationEnded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class OutboxTest {
    private static final EventContracts CONTRACTS = new EventContracts();
    private static final OutboxProperties QUICK =
            new OutboxProperties(Duration.ofMillis(20), Duration.ofMillis(200), 10, Duration.ofDays(1));

    private final long lock = ThreadLocalRandom.current().nextLong();
    private final FakeDoor door = new FakeDoor("outbox-test", "outbox-test-2");
    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private final JdbcClient jdbc;
    private final DataSource unpooled;
    private final TransactionTemplate transactions;
    private final OutboxStore store;
    private final DeadEvents dead;

    @Autowired
    OutboxTest(
            JdbcClient jdbc,
            @Qualifier("unpooled") DataSource unpooled,
            TransactionTemplate transactions,
            DeadEvents dead) {
        this.dead = dead;
        this.jdbc = jdbc;
        this.unpooled = unpooled;
        this.transactions = transactions;
        this.store = new OutboxStore(jdbc);
    }

    @AfterEach
    void clean() {
        dispatchers.forEach(Dispatcher::stop);
        jdbc.sql("delete from outbox where partner like 'outbox-test%'").update();
        jdbc.sql("delete from outbox_history where partner like 'outbox-test%'").update();
    }

    @Test
    void the_event_that_is_offered_is_the_one_that_happened() {
        var ended = ended("72000000154");
        transactions.executeWithoutResult(status -> outbox(() -> {}).on(ended));

        dispatch(store);

        await().until(() -> waiting() == 0);
        assertThat(door.passed).hasSize(2);
        var event = door.passed.get(0);
        assertThat(event.id()).isEqualTo(ended.eventId());
        assertThat(event.kind()).isEqualTo("affiliationEnded");
        assertThat(event.subject()).isEqualTo(ended.subject());
        assertThat(event.institution()).isEqualTo("040003");
        var body = (dev.kapu.contract.events.AffiliationEnded) event.body();
        assertThat(body.getEventId()).isEqualTo(ended.eventId().toString());
        assertThat(body.getEducationId()).isEqualTo("72000000154");
        assertThat(body.getSiteSerial()).isEqualTo("002");
        assertThat(body.getType().value()).isEqualTo("compulsory-student");
        assertThat(body.getEndDate()).isEqualTo("2026-06-15");
        assertThat(body.getOccurredAt().toInstant()).isEqualTo(ended.occurredAt());
        assertThat(body.getCardNumber()).containsExactly("1234567890123456");
    }

    @Test
    void events_of_a_person_come_in_their_order() {
        var expected = new ArrayList<UUID>();
        for (int round = 0; round < 10; round++) {
            for (int person = 0; person < 20; person++) {
                var ended = ended("person-" + person);
                expected.add(ended.eventId());
                keep(ended, "outbox-test");
            }
        }

        dispatch(store);

        await().until(() -> waiting() == 0);
        for (int person = 0; person < 20; person++) {
            var subject = "person-" + person;
            var first = person;
            assertThat(door.passed)
                    .filteredOn(event -> event.subject().educationId().equals(subject))
                    .extracting(Event::id)
                    .containsExactlyElementsOf(expected.stream()
                            .filter(id -> expected.indexOf(id) % 20 == first)
                            .toList());
        }
    }

    @Test
    void a_failing_event_holds_up_its_person_only_and_nothing_is_lost() {
        var broken = new AtomicBoolean(true);
        door.rule = (event, partner) -> {
            if (broken.get() && event.subject().educationId().equals("person-1")) {
                throw new FaultException(Fault.NOT_RECORDED);
            }
            return true;
        };
        for (int i = 0; i < 3; i++) {
            keep(ended("person-1"), "outbox-test");
            keep(ended("person-2"), "outbox-test");
        }

        dispatch(store);

        await().until(() -> door.passed.size() == 3);
        await().until(() -> attempts() >= 3);
        assertThat(door.passed).allMatch(event -> event.subject().educationId().equals("person-2"));
        assertThat(new BacklogStore(jdbc).waiting(1_000))
                .filteredOn(backlog -> backlog.partner().equals("outbox-test"))
                .singleElement()
                .satisfies(backlog -> {
                    assertThat(backlog.events()).isEqualTo(3);
                    assertThat(backlog.failing()).isEqualTo(1);
                    assertThat(backlog.lastError()).isEqualTo("Server.Audit.NotRecorded");
                });
        assertThat(new BacklogStore(jdbc).waiting(2))
                .filteredOn(backlog -> backlog.partner().equals("outbox-test"))
                .singleElement()
                .satisfies(backlog -> {
                    assertThat(backlog.events()).isEqualTo(2);
                    assertThat(backlog.lastError()).isEqualTo("Server.Audit.NotRecorded");
                });

        broken.set(false);

        await().until(() -> waiting() == 0);
        assertThat(door.passed).hasSize(6);
    }

    @Test
    void what_was_written_before_the_databases_clock_was_set_back_does_not_wait_for_it() {
        keep(ended("person-1"), "outbox-test");
        jdbc.sql("update outbox set next_attempt_at = now() + interval '1 hour' where partner = 'outbox-test'")
                .update();

        dispatch(store);

        await().until(() -> waiting() == 0);
        assertThat(door.passed).hasSize(1);
    }

    @Test
    void one_partners_trouble_is_not_anothers() {
        door.rule = (event, partner) -> {
            if (partner.equals("outbox-test")) {
                throw new IllegalStateException("not a fault of the catalogue");
            }
            return true;
        };
        for (int i = 0; i < 50; i++) {
            keep(ended("person-" + i), "outbox-test");
            keep(ended("person-" + i), "outbox-test-2");
        }

        dispatch(store);

        await().until(() -> waiting() == 50);
        assertThat(door.passed).hasSize(50);
    }

    @Test
    void what_a_partner_has_no_right_to_is_settled_too() {
        door.rule = (event, partner) -> false;
        keep(ended("person-1"), "outbox-test");

        dispatch(store);

        await().until(() -> waiting() == 0);
        assertThat(jdbc.sql("select outcome from outbox_history where partner = 'outbox-test'")
                        .query(String.class)
                        .single())
                .isEqualTo("not-entitled");
    }

    @Test
    void a_commit_wakes_the_dispatcher() {
        var slow = new OutboxProperties(Duration.ofHours(1), Duration.ofSeconds(1), 10, Duration.ofDays(1));
        var dispatcher = dispatch(store, slow);
        await().until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory'")
                        .query(Long.class)
                        .single()
                > 0);

        transactions.executeWithoutResult(status -> outbox(dispatcher::wake).on(ended("person-1")));

        await().until(() -> waiting() == 0);
    }

    @Test
    void a_hub_that_dies_between_sending_and_settling_offers_again() {
        var dying = new OutboxStore(jdbc) {
            @Override
            void done(List<Long> ids, String outcome) {
                throw new IllegalStateException("killed");
            }
        };
        keep(ended("person-1"), "outbox-test");
        var first = dispatch(dying);
        await().until(() -> !door.passed.isEmpty());
        first.stop();

        dispatch(store);

        await().until(() -> waiting() == 0);
        assertThat(door.passed).hasSizeGreaterThan(1);
        assertThat(door.passed.stream().map(Event::id).distinct()).hasSize(1);
    }

    @Test
    void one_hub_dispatches_and_another_takes_over() {
        var first = dispatch(store);
        keep(ended("person-1"), "outbox-test");
        await().until(() -> waiting() == 0);
        var other = new FakeDoor("outbox-test");
        start(store, QUICK, other);
        keep(ended("person-2"), "outbox-test");
        await().until(() -> waiting() == 0);
        assertThat(other.offered).isEmpty();

        first.stop();
        keep(ended("person-3"), "outbox-test");

        await().until(() -> waiting() == 0);
        assertThat(other.passed).hasSize(1);
        assertThat(door.passed).hasSize(2);
    }

    private Outbox outbox(Runnable wake) {
        return new Outbox(store, CONTRACTS, door, wake);
    }

    private void keep(AffiliationEnded ended, String partner) {
        store.add(new Delivery(
                ended.eventId(),
                "affiliationEnded",
                partner,
                ended.subject(),
                "040003",
                CONTRACTS.write(CONTRACTS.of(ended)),
                ended.occurredAt()));
    }

    private Dispatcher dispatch(OutboxStore from) {
        return start(from, QUICK, door);
    }

    private Dispatcher dispatch(OutboxStore from, OutboxProperties properties) {
        return start(from, properties, door);
    }

    private Dispatcher start(OutboxStore from, OutboxProperties properties, EventDoor to) {
        var dispatcher = new Dispatcher(from, CONTRACTS, new LeaderStore(unpooled, lock), to, dead, properties);
        dispatchers.add(dispatcher);
        dispatcher.start();
        return dispatcher;
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox where partner like 'outbox-test%'")
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("select max(attempts) from outbox where partner like 'outbox-test%'")
                .query(Integer.class)
                .single();
    }
}
