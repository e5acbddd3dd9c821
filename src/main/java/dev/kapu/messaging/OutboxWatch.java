package dev.kapu.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Measures the outbox, and forgets what became of old events. */
final class OutboxWatch implements Runnable, Deliveries {
    /** A gauge at this number says so many or more. */
    private static final int MOST = 100_000;

    private final BacklogStore store;
    private final Duration history;
    private final MultiGauge waiting;
    private final MultiGauge age;

    OutboxWatch(BacklogStore store, Duration history, MeterRegistry meters) {
        this.store = store;
        this.history = history;
        this.waiting = MultiGauge.builder("kapu.outbox.waiting")
                .description("Events that are not yet on the partner's queue")
                .register(meters);
        this.age = MultiGauge.builder("kapu.outbox.age")
                .description("Age of the oldest event that is not yet on the partner's queue")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void run() {
        var backlogs = store.waiting(MOST);
        var now = Instant.now();
        waiting.register(
                backlogs.stream()
                        .map(each -> MultiGauge.Row.of(Tags.of("partner", each.partner()), each.events()))
                        .toList(),
                true);
        age.register(
                backlogs.stream()
                        .map(each -> MultiGauge.Row.of(
                                Tags.of("partner", each.partner()),
                                Duration.between(each.oldest(), now).toSeconds()))
                        .toList(),
                true);
    }

    /** Apart from the measuring, which may take long or fail where much waits. */
    void purge() {
        store.purge(history);
    }

    @Override
    public List<Backlog> waiting() {
        return store.waiting(MOST);
    }
}
