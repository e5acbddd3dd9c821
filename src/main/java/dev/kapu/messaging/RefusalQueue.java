package dev.kapu.messaging;

import dev.kapu.gate.QueueRefusals.Refused;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes refusals off the broker's threads, which must not wait for the database, and has each recorded, as often as it
 * takes. A sender who is refused faster than the records can be written makes the queue full, then refusals are only
 * counted: memory stays bounded.
 */
final class RefusalQueue implements Consumer<Refused>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RefusalQueue.class);
    private static final long RETRY_MILLIS = 500;

    private final Consumer<Refused> recorder;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean full = new AtomicBoolean();
    private final ThreadPoolExecutor thread;

    /** @param recorder throws if the refusal could not be recorded */
    RefusalQueue(Consumer<Refused> recorder, int capacity) {
        this.recorder = recorder;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(capacity), RefusalQueue::named, this::drop);
    }

    private static Thread named(Runnable task) {
        var thread = new Thread(task, "refusals");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void accept(Refused refused) {
        thread.execute(() -> record(refused));
    }

    private void record(Refused refused) {
        try {
            while (!recorded(refused)) {
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
            if (thread.getQueue().isEmpty()) {
                full.set(false);
            }
        } catch (InterruptedException closing) {
            dropped.incrementAndGet();
            Thread.currentThread().interrupt();
        }
    }

    private boolean recorded(Refused refused) {
        try {
            recorder.accept(refused);
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private void drop(Runnable task, ThreadPoolExecutor from) {
        dropped.incrementAndGet();
        if (full.compareAndSet(false, true)) {
            log.error("ALARM refused messages are only counted");
        }
    }

    long dropped() {
        return dropped.get();
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
