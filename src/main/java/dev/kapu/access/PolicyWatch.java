package dev.kapu.access;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Checks the policy once everything it speaks of exists, then looks after the files as long as the hub runs. */
final class PolicyWatch implements SmartInitializingSingleton, DisposableBean {
    private final PolicyFiles files;
    private final Duration interval;
    private @Nullable ScheduledExecutorService watch;

    PolicyWatch(PolicyFiles files, Duration interval) {
        this.files = files;
        this.interval = interval;
    }

    /** @throws PolicyException which stops the start */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // look() lets no exception through
    public void afterSingletonsInstantiated() {
        files.checkAgainstOffered();
        var executor = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "policy-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch = executor;
        executor.scheduleWithFixedDelay(files::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void destroy() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }
}
