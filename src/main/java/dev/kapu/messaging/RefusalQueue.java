package dev.kapu.messaging;

import dev.kapu.gate.QueueRefusals.Refused;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each refusal recorded, as often as it takes: first by the thread that refuses, if it may wait, else and afterwards
 * by one of its own. A sender who is refused faster than the records can be written makes the queue full, then refusals are only
 * counted: memory stays bounded.
 */
final class RefusalQueue implements Refusals, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RefusalQueue.class);
    private static final long RETRY_MILLIS = 500;

    private volatile @Nullable Consumer<Refused> recorder;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean full = new AtomicBoolean();
    private final ThreadPoolExecutor thread;

    RefusalQueue(int capacity) {
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(capacity), RefusalQueue::named, this::drop);
    }

    private static Thread named(Runnable task) {
        var thread = new Thread(task, "refusals");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Until then nothing can be recorded, and nobody waits for it.
     *
     * @param recorder waits for the database as long as a request does; throws if the refusal could not be recorded
     */
    void recordBy(Consumer<Refused> recorder) {
        this.recorder = recorder;
    }

    @Override
    public boolean record(Refused refused) {
        if (recorded(refused)) {
            return true;
        }
        recordLater(refused);
        return false;
    }

    @Override
    public void recordLater(Refused refused) {
        thread.execute(() -> insist(refused));
    }

    private void insist(Refused refused) {
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
        var recording = recorder;
        if (recording == null) {
            return false;
        }
        try {
            recording.accept(refused);
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
