package dev.kapu.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a simulator act again and again: the next time is set only when the last is over, so a slow hub gets less to do,
 * and one that fails is left in peace for longer each time.
 */
final class Player implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Player.class);
    private static final double LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Simulator simulator;
    private final Tally tally;
    private final ScheduledExecutorService executor;
    private final double interval;
    private int failures;

    /** @param pace times per second, of all simulators together */
    Player(Simulator simulator, double pace, Tally tally, ScheduledExecutorService executor) {
        this.simulator = simulator;
        this.tally = tally;
        this.executor = executor;
        this.interval = TimeUnit.SECONDS.toNanos(1) / (pace * simulator.share());
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        var outcome = act();
        failures = outcome == Outcome.FAILED ? failures + 1 : 0;
        if (!executor.isShutdown()) {
            next(System.nanoTime() - began);
        }
    }

    void next(long alreadyTaken) {
        double uneven = interval * (0.5 + ThreadLocalRandom.current().nextDouble());
        double wait = Math.min(LONGEST_NANOS, (uneven - alreadyTaken) * (1L << Math.min(failures, 20)));
        var unused = executor.schedule(this, Math.max(0, (long) wait), TimeUnit.NANOSECONDS);
    }

    private Outcome act() {
        Outcome outcome;
        try {
            outcome = simulator.once();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.NOTHING;
        } catch (IOException | RuntimeException failed) {
            log.debug("{}: {}", simulator.name(), failed.getClass().getSimpleName());
            outcome = Outcome.FAILED;
        }
        tally.count(simulator.name(), outcome);
        return outcome;
    }
}
