package dev.kapu.external;

import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a wait after a time, whatever the other side does: one that sends a byte now and then never exceeds the timeouts of
 * a socket. Calls that were given up may linger until then; there are few threads for them, and no more.
 */
final class Deadline implements AutoCloseable {
    private static final int LINGERING = 4;

    private final Duration patience;
    private final ThreadPoolExecutor threads;

    Deadline(Duration patience, String name) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(0, LINGERING, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws Failed too slow, if it takes longer; what the call throws otherwise, if it is unchecked */
    <T> T call(Callable<T> question) {
        try {
            var answer = threads.submit(question);
            try {
                return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                answer.cancel(true);
            }
        } catch (TimeoutException | RejectedExecutionException | CancellationException late) {
            throw new Failed(Failure.TOO_SLOW);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Failed(Failure.NOT_ASKED);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException("a call failed", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
