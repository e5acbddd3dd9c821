package dev.kapu.start;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;

/**
 * Sees to it that a hub told to stop during its start leaves no server behind. Spring closes nothing then if the thread
 * that starts happens to wait, as it does for the server; and a server must not be launched behind the guard's back.
 */
final class StopGuard {
    private final Cluster cluster;
    private boolean stopping;

    private StopGuard(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @throws IllegalStateException if the process is stopping already */
    static StopGuard register(Cluster cluster) {
        var guard = new StopGuard(cluster);
        SpringApplication.getShutdownHandlers().add(guard::stop);
        return guard;
    }

    interface Launch<T, E extends Exception> {
        T run() throws E;
    }

    /** Whole or not at all: a stop that comes meanwhile waits for its end. */
    synchronized <T, E extends Exception> T launch(Launch<T, E> launch) throws E {
        if (stopping) {
            throw new IllegalStateException("The hub is stopping");
        }
        return launch.run();
    }

    /** After Spring has closed what it could; nothing is left to do at the end of a usual stop. */
    synchronized void stop() {
        stopping = true;
        awaitChildren();
        cluster.stopLeftover();
    }

    /** A launch that was broken off goes on in pg_ctl, and would end in a server after everybody has left. */
    private void awaitChildren() {
        var ends = ProcessHandle.current()
                .children()
                .filter(cluster::runs)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, 60, TimeUnit.SECONDS)
                .join();
    }
}
