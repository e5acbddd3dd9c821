package dev.kapu.messaging;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Event;
import dev.kapu.gate.EventDoor;
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

    /** So many failures and no success: the way is closed, the other events need not be tried against it. */
    private static final int CLOSED_AFTER = 5;

    private final String partner;
    private final OutboxStore store;
    private final EventContracts contracts;
    private final ExecutorService threads;
    private final Duration longestWait;
    private final AtomicBoolean busy = new AtomicBoolean();
    private int timesClosed;
    private volatile long closedUntil = System.nanoTime();

    Lane(String partner, OutboxStore store, EventContracts contracts, ExecutorService threads, Duration longestWait) {
        this.partner = partner;
        this.store = store;
        this.contracts = contracts;
        this.threads = threads;
        this.longestWait = longestWait;
    }

    /** Works off what is due, unless it is at it already. */
    void wake(EventDoor door, BooleanSupplier mayGoOn) {
        if (System.nanoTime() - closedUntil >= 0 && busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    while (mayGoOn.getAsBoolean() && drain(door)) {}
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    log.warn("Events for {} wait: {}", partner, e.toString());
                    pause();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** @return whether it is worth looking again at once */
    private boolean drain(EventDoor door) throws InterruptedException {
        var due = store.due(partner, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        var results = offer(due, door);
        settle(results);
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

    private List<Delivery.Result> offer(List<Delivery.Due> due, EventDoor door) throws InterruptedException {
        var failures = new AtomicInteger();
        var stripes = new ArrayList<Callable<List<Delivery.Result>>>();
        for (int i = 0; i < Math.min(ABREAST, due.size()); i++) {
            int first = i;
            stripes.add(() -> {
                var results = new ArrayList<Delivery.Result>();
                for (int at = first; at < due.size(); at += ABREAST) {
                    results.add(offer(due.get(at), door, failures));
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

    private Delivery.Result offer(Delivery.Due due, EventDoor door, AtomicInteger failures) {
        if (failures.get() >= CLOSED_AFTER) {
            return new Delivery.Result(due.id(), new Delivery.Outcome.Untried());
        }
        var outcome = attempt(due.delivery(), door);
        if (outcome instanceof Delivery.Outcome.Failed failed) {
            failures.incrementAndGet();
            log.warn(
                    "Event {} for {} not sent, attempt {}: {}",
                    due.delivery().eventId(),
                    partner,
                    due.attempts() + 1,
                    failed.code());
        } else {
            failures.set(0);
        }
        return new Delivery.Result(due.id(), outcome);
    }

    private Delivery.Outcome attempt(Delivery delivery, EventDoor door) {
        try {
            var event = new Event(
                    delivery.eventId(),
                    delivery.kind(),
                    contracts.read(delivery.kind(), delivery.body()),
                    delivery.subject(),
                    delivery.institution());
            return door.offer(event, partner) ? new Delivery.Outcome.Sent() : new Delivery.Outcome.NotEntitled();
        } catch (FaultException e) {
            return new Delivery.Outcome.Failed(e.fault().code());
        } catch (RuntimeException e) {
            log.error(
                    "Event {} for {} failed unexpectedly: {}",
                    delivery.eventId(),
                    partner,
                    e.getClass().getName());
            return new Delivery.Outcome.Failed(Fault.INTERNAL.code());
        }
    }

    private void settle(List<Delivery.Result> results) {
        var sent = new ArrayList<Long>();
        var notEntitled = new ArrayList<Long>();
        for (var result : results) {
            if (result.outcome() instanceof Delivery.Outcome.Sent) {
                sent.add(result.id());
            } else if (result.outcome() instanceof Delivery.Outcome.NotEntitled) {
                notEntitled.add(result.id());
            } else if (result.outcome() instanceof Delivery.Outcome.Failed failed) {
                store.failed(result.id(), failed.code(), longestWait);
            }
        }
        if (!sent.isEmpty()) {
            store.done(sent, "sent");
        }
        if (!notEntitled.isEmpty()) {
            store.done(notEntitled, "not-entitled");
        }
    }
}
