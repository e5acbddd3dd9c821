package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dispatcher beside that of the hub: it leads for itself, and is patient for a fifth of a second. */
final class TestDispatcher {
    private TestDispatcher() {}

    static Dispatcher at(EventDoor door, OutboxStore store, DataSource unpooled, DeadEvents dead) {
        return new Dispatcher(
                store,
                new EventContracts(),
                new LeaderStore(unpooled, ThreadLocalRandom.current().nextLong()),
                door,
                dead,
                new OutboxProperties(Duration.ofMillis(20), Duration.ofMillis(200), 10, Duration.ofDays(1)));
    }

    /** Nothing waits for them any more, and nothing is known of what did. */
    static void forget(JdbcClient jdbc, String... partners) {
        for (var table : List.of("outbox", "outbox_history")) {
            jdbc.sql("delete from " + table + " where partner = any (?)")
                    .param(partners)
                    .update();
        }
    }
}
