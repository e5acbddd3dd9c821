package dev.kapu.gate;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets first answers when their time is over: they hold personal data. In portions, so that no write waits long. */
@Component
final class FirstAnswers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FirstAnswers.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PORTION = 1000;

    private final AnsweredWriteStore store;
    private final Duration kept;
    private final Clock clock;
    private @Nullable ScheduledExecutorService executor;

    FirstAnswers(AnsweredWriteStore store, GateProperties properties, Clock clock) {
        this.store = store;
        this.kept = properties.firstAnswers();
        this.clock = clock;
    }

    void forget(int portion) {
        var before = clock.instant().minus(kept);
        while (store.deleteOlder(before, portion) == portion) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var forgetting = new Thread(task, "kapu-first-answers");
            forgetting.setDaemon(true);
            return forgetting;
        });
        var unused = thread.scheduleWithFixedDelay(this::safely, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
        executor = thread;
    }

    private void safely() {
        try {
            forget(PORTION);
        } catch (RuntimeException failed) {
            log.warn("First answers of writes could not be forgotten: {}", Causes.of(failed));
        }
    }

    @Override
    public void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
