package dev.kapu.messaging;

import static dev.kapu.messaging.TestEvents.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events are in the outbox if, and only if, they have happened. */
@HubTest
class KeptEventsTest {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Outbox outbox;

    @Autowired
    KeptEventsTest(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = new Outbox(
                new OutboxStore(jdbc), new EventContracts(), new FakeDoor("kept-test", "kept-test-2"), () -> {});
    }

    @AfterEach
    void clean() {
        jdbc.sql("delete from outbox where partner like 'kept-test%'").update();
    }

    @Test
    void an_event_is_kept_with_its_transaction_or_not_at_all() {
        transactions.executeWithoutResult(status -> {
            outbox.on(ended("72000000154"));
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();

        transactions.executeWithoutResult(status -> outbox.on(ended("72000000154")));
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.on(ended("72000000154"))).isInstanceOf(IllegalStateException.class);
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox where partner like 'kept-test%'")
                .query(Long.class)
                .single();
    }
}
