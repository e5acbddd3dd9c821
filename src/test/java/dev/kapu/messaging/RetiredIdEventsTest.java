package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.scope.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class RetiredIdEventsTest {
    private static final String PARTNER = "retired-id-test";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @AfterEach
    void clean() {
        TestDispatcher.forget(jdbc, PARTNER);
    }

    @Test
    void what_waits_under_an_id_that_retires_comes_before_its_merger_K1() {
        var store = new OutboxStore(jdbc);
        var outbox = new Outbox(store, new EventContracts(), new FakeDoor(PARTNER), () -> {});
        var retired = TestRegistry.freeId().text();
        var survivor = TestRegistry.freeId().text();
        var ended = TestEvents.ended(retired);
        var merged = new PersonsMerged(
                UUID.randomUUID(), Instant.now(), new Subject(survivor, Set.of(), "040003"), retired, survivor);
        transactions.executeWithoutResult(status -> outbox.on(ended));

        transactions.executeWithoutResult(status -> {
            outbox.on((RegistryEvent) merged);
            outbox.on(merged);
        });

        var first = store.due(PARTNER, 10, Duration.ofMinutes(5));
        assertThat(first).extracting(due -> due.delivery().eventId()).containsExactly(ended.eventId());
        store.done(first.stream().map(Delivery.Due::id).toList(), "sent");
        assertThat(store.due(PARTNER, 10, Duration.ofMinutes(5)))
                .extracting(due -> due.delivery().eventId())
                .containsExactly(merged.eventId());
    }
}
