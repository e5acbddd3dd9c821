package dev.kapu.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one partner's events out of the outbox. Partners do not wait for each other. */
final class Lane {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final int BATCH = 256;
    private static final int ABREAST = 8;

    /** So many failures of the way and no success: it is closed, the other events need not be tried against it. */
    private static final int CLOSED_AFTER = 5;

    private final String partner;
    private final OutboxStore store;
    private final Offering offering;
    private final Settlement settlement;
    private final ExecutorService threads;
    private final Duration longestWait;
    private final AtomicBoolean busy = new AtomicBoolean();
    private int timesClosed;
    private volatile long closedUntil = System.nanoTime();

    Lane(
            String partner,
            OutboxStore store,
            Offering offering,
            Settlement settlement,
            ExecutorService threads,
            Duration longestWait) {
        this.partner = partner;
        this.store = store;
        this.offering = offering;
        this.settlement = settlement;
        this.threads = threads;
        this.longestWait = longestWait;
    }

    /** Works off what is due, unless it is at it already. */
    void wake(BooleanSupplier mayGoOn) {
        if (System.nanoTime() - closedUntil >= 0 && busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    while (mayGoOn.getAsBoolean() && drain()) {}
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    log.warn("Events for {} wait: {}", partner, e.getClass().getName());
                    pause();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** @return whether it is worth looking again at once */
    private boolean drain() throws InterruptedException {
        var due = store.due(partner, BATCH, longestWait);
        if (due.isEmpty()) {
            return false;
        }
        var results = offer(due);
        settlement.of(results);
        if (results.stream().anyMatch(result -> result.outcome() instanceof Delivery.Outcome.Untried)) {
            pause();
            return false;
        }
        timesClosed = 0;
        return results.stream().anyMatch(result -> !(result.outcome() instanceof Delivery.Outcome.Failed));
    }

    private void pause() {
        var wait = Math.min(1_000L << Math.min(timesClosed, 20), longestWait.toMillis());
        timesClosed++;
        closedUntil = System.nanoTime() + Duration.ofMillis(wait).toNanos();
        log.warn("Events for {} cannot be sent; tried again in {} ms", partner, wait);
    }

    private List<Delivery.Result> offer(List<Delivery.Due> due) throws InterruptedException {
        var failures = new AtomicInteger();
        var stripes = new ArrayList<Callable<List<Delivery.Result>>>();
        for (int i = 0; i < Math.min(ABREAST, due.size()); i++) {
            int first = i;
            stripes.add(() -> {
                var results = new ArrayList<Delivery.Result>();
                for (int at = first; at < due.size(); at += ABREAST) {
                    results.add(offer(due.get(at), failures));
                }
                return results;
            });
        }
        var results = new ArrayList<Delivery.Result>();
        for (var stripe : threads.invokeAll(stripes)) {
            try {
                results.addAll(stripe.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return results;
    }

    private Delivery.Result offer(Delivery.Due due, AtomicInteger failures) {
        if (failures.get() >= CLOSED_AFTER) {
            return new Delivery.Result(due, new Delivery.Outcome.Untried());
        }
        var outcome = offering.outcome(due.delivery());
        if (outcome instanceof Delivery.Outcome.Failed failed) {
            if (!failed.isOfTheEvent()) {
                failures.incrementAndGet();
            }
            log.warn(
                    "Event {} for {} not sent, attempt {}: {}",
                    due.delivery().eventId(),
                    partner,
                    due.attempts() + 1,
                    failed.fault().code());
        } else {
            failures.set(0);
        }
        return new Delivery.Result(due, outcome);
    }
}
