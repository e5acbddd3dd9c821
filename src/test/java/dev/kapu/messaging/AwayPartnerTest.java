package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner whose queue is full because it has not read it for a week, beside one that reads. */
@HubTest
class AwayPartnerTest {
    private static final String AWAY = "away-test";
    private static final String THERE = "there-test";
    private static final int PERSONS = 40;
    private static final int EVENTS_EACH = 15;

    private final EventContracts contracts = new EventContracts();
    private final FakeDoor door = new FakeDoor(AWAY, THERE);
    private final AtomicBoolean full = new AtomicBoolean(true);
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OutboxStore store;
    private final Dispatcher dispatcher;

    @Autowired
    AwayPartnerTest(
            JdbcClient jdbc,
            @Qualifier("unpooled") DataSource unpooled,
            TransactionTemplate transactions,
            DeadEvents dead) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = new OutboxStore(jdbc);
        door.rule = (event, partner) -> {
            if (partner.equals(AWAY) && full.get()) {
                throw new FaultException(Fault.UNAVAILABLE);
            }
            return true;
        };
        dispatcher = TestDispatcher.at(door, store, unpooled, dead);
    }

    @AfterEach
    void clean() {
        dispatcher.stop();
        TestDispatcher.forget(jdbc, AWAY, THERE);
    }

    @Test
    void it_catches_up_in_the_order_of_each_person_and_the_other_has_not_waited() {
        var happened = aWeekHappens();
        dispatcher.start();
        await().until(() -> door.passed.size() == PERSONS * EVENTS_EACH);
        assertThat(waiting()).isEqualTo(PERSONS * EVENTS_EACH);

        full.set(false);

        await().until(() -> waiting() == 0);
        var late = door.passed.subList(PERSONS * EVENTS_EACH, door.passed.size());
        assertThat(byPerson(late)).isEqualTo(happened);
    }

    /** @return the events of each person, in order */
    private Map<String, List<UUID>> aWeekHappens() {
        var happened = new HashMap<String, List<UUID>>();
        for (int n = 0; n < EVENTS_EACH; n++) {
            transactions.executeWithoutResult(status -> {
                for (int person = 0; person < PERSONS; person++) {
                    var ended = TestEvents.ended("person-" + person);
                    happened.computeIfAbsent("person-" + person, none -> new ArrayList<>())
                            .add(ended.eventId());
                    new Outbox(store, contracts, door, () -> {}).on(ended);
                }
            });
        }
        return happened;
    }

    private static Map<String, List<UUID>> byPerson(List<Event> events) {
        var byPerson = new HashMap<String, List<UUID>>();
        events.forEach(event -> byPerson.computeIfAbsent(event.subject().educationId(), none -> new ArrayList<>())
                .add(event.id()));
        return byPerson;
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox where partner = ?")
                .param(AWAY)
                .query(Long.class)
                .single();
    }
}
