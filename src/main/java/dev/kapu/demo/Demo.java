package dev.kapu.demo;

import dev.kapu.start.Happenings;
import dev.kapu.start.Phases;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The partners of the demo, from the moment the hub serves to the moment it begins to stop. */
final class Demo implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final Cast cast;
    private final double pace;
    private final double speed;
    private final Happenings happenings;

    @Nullable
    private ScheduledExecutorService executor;

    @Nullable
    private Day day;

    private List<Simulator> simulators = List.of();

    /** @param speed as {@link Speed}; 0: the scenes of the day are not played */
    Demo(Cast cast, double pace, double speed, Happenings happenings) {
        this.cast = cast;
        this.pace = pace;
        this.speed = speed;
        this.happenings = happenings;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** Before the banner, which has the last word of the start. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    @Override
    public synchronized void start() {
        if (executor != null) {
            return;
        }
        simulators = cast.simulators();
        var threads = Executors.newScheduledThreadPool(simulators.size() + 1, task -> new Thread(task, "demo-partner"));
        executor = threads;
        var tally = new Tally();
        simulators.forEach(simulator -> new Player(simulator, pace, tally, threads).next(0));
        var unused = threads.scheduleAtFixedRate(
                () -> log.info("Besides, in the last five minutes: {}", tally.take()), 5, 5, TimeUnit.MINUTES);
        log.info("Simulated partners are at work, about {} requests per second (kapu.demo.pace)", pace);
        if (speed > 0) {
            var played = new Day(Programme.of(cast), new Speed(speed), happenings::say);
            day = played;
            threads.execute(played);
        }
    }

    @Override
    public synchronized void stop() {
        var threads = executor;
        executor = null;
        if (threads != null) {
            if (day != null) {
                day.stop();
            }
            threads.shutdownNow();
            try {
                if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                    log.warn("A simulated partner does not stop");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            simulators.forEach(Simulator::close);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    @Override
    public int getPhase() {
        return Phases.PARTNERS;
    }
}
