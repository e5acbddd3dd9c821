package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

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
}
