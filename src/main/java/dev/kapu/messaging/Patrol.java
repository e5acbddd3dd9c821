package dev.kapu.messaging;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does small things again and again, whatever becomes of them. */
final class Patrol implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Patrol.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var patrol = new Thread(task, "messaging-patrol");
        patrol.setDaemon(true);
        return patrol;
    });

    void every(Duration pause, Runnable task) {
        Runnable safely = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn(
                        "{} failed: {}",
                        task.getClass().getSimpleName(),
                        e.getClass().getName());
            }
        };
        var unused = thread.scheduleWithFixedDelay(safely, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
