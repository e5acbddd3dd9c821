package dev.kapu.messaging;

import dev.kapu.messaging.Delivery.Outcome;
import java.time.Duration;
import java.util.List;

/** Writes down what came of attempts. An event that fails waits on, but for one at which the hub itself fails too often. */
final class Settlement {
    private final OutboxStore store;
    private final DeadEvents dead;
    private final int attempts;
    private final Duration longestWait;

    Settlement(OutboxStore store, DeadEvents dead, int attempts, Duration longestWait) {
        this.store = store;
        this.dead = dead;
        this.attempts = attempts;
        this.longestWait = longestWait;
    }

    void of(List<Delivery.Result> results) {
        done(results, Outcome.Sent.class, "sent");
        done(results, Outcome.NotEntitled.class, "not-entitled");
        for (var result : results) {
            if (result.outcome() instanceof Outcome.Failed failed && !isBuried(result.due(), failed)) {
                store.failed(result.due().id(), failed, longestWait);
            }
        }
    }

    private void done(List<Delivery.Result> results, Class<? extends Outcome> outcome, String word) {
        var ids = results.stream()
                .filter(result -> outcome.isInstance(result.outcome()))
                .map(result -> result.due().id())
                .toList();
        if (!ids.isEmpty()) {
            store.done(ids, word);
        }
    }

    private boolean isBuried(Delivery.Due due, Outcome.Failed failed) {
        return failed.isOfTheEvent()
                && due.ownFailures() + 1 >= attempts
                && dead.bury(due, failed.fault().code());
    }
}
