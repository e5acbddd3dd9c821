package dev.kapu.audit;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Stores the records of all requests that wait at the same time in one transaction: a group is what came while the
 * one before it was committed, and under load what came shortly after (ADR 8).
 *
 * <p>Where {@link #record} fails, the record is not stored, unless the failure came in the middle of the commit: then it
 * may be. A record too many is tolerable, a disclosure without one is not.
 */
final class GroupCommitRecorder implements Recorder, AutoCloseable {
    private final BlockingQueue<Entry> queue;
    private final long patienceNanos;
    private final DisclosureStore store;
    private final List<Thread> writers;
    private volatile boolean closing;

    GroupCommitRecorder(
            AuditProperties properties, DisclosureStore store, Function<BlockingQueue<Entry>, GroupWriter> newWriter) {
        this.queue = new ArrayBlockingQueue<>(properties.queue());
        this.patienceNanos = properties.timeout().toNanos();
        this.store = store;
        this.writers = IntStream.rangeClosed(1, properties.writers())
                .mapToObj(number -> new Thread(newWriter.apply(queue), "audit-writer-" + number))
                .toList();
        writers.forEach(Thread::start);
    }

    @Override
    public void record(DisclosureRecord disclosure) {
        var deadline = System.nanoTime() + patienceNanos;
        var entry = new Entry(encode(disclosure));
        try {
            if (closing
                    || !queue.offer(entry, patienceNanos, TimeUnit.NANOSECONDS)
                    || !entry.awaitStored(deadline - System.nanoTime())) {
                abandon(entry);
                throw notRecorded();
            }
        } catch (InterruptedException e) {
            abandon(entry);
            Thread.currentThread().interrupt();
            throw notRecorded();
        }
    }

    @Override
    public List<DisclosureRecord> latest(int limit) {
        return store.latest(limit);
    }

    @Override
    public List<DisclosureRecord> latestRefusals(int limit) {
        return store.latestRefusals(limit);
    }

    private static byte[] encode(DisclosureRecord disclosure) {
        try {
            return DisclosureRow.encode(disclosure);
        } catch (RuntimeException incomplete) {
            throw notRecorded();
        }
    }

    private void abandon(Entry entry) {
        if (entry.abandon()) {
            queue.remove(entry);
        }
    }

    private static FaultException notRecorded() {
        return new FaultException(Fault.NOT_RECORDED);
    }

    /** Stores what waits, then ends. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        writers.forEach(Thread::interrupt);
        for (var writer : writers) {
            writer.join(TimeUnit.NANOSECONDS.toMillis(patienceNanos) * 2);
        }
    }
}
