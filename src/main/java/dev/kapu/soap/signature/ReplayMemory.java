package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Hashes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admits each signed message once. Messages that wait together are stored together. */
final class ReplayMemory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReplayMemory.class);
    private static final Duration PURGE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 4096;
    private static final int MOST_TOGETHER = 256;
    private static final int PURGED_TOGETHER = 2000;

    private final SeenMessageStore store;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "kapu-replay");
    private Instant nextPurge = Instant.EPOCH;

    /** @param digest wrapped, for its equality */
    private record Waiting(ByteBuffer digest, Instant until, CompletableFuture<Boolean> isNew) {}

    ReplayMemory(SeenMessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        writer.setDaemon(true);
    }

    void start() {
        writer.start();
    }

    /**
     * @param signed what the partner signed
     * @param until when the message is too old anyway
     * @throws FaultException MESSAGE_REPLAYED; BUSY or UNAVAILABLE if nobody can say
     */
    void admit(String partner, byte[] signed, Instant until) {
        var waiting = new Waiting(
                ByteBuffer.wrap(Hashes.sha256(partner, signed)), until.plus(PURGE), new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new FaultException(Fault.BUSY);
        }
        if (!answer(waiting)) {
            throw new FaultException(Fault.MESSAGE_REPLAYED);
        }
    }

    private static boolean answer(Waiting waiting) {
        try {
            return waiting.isNew().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new FaultException(Fault.BUSY);
        } catch (ExecutionException failed) {
            throw new FaultException(Fault.UNAVAILABLE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.UNAVAILABLE);
        }
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Waiting first = queue.poll(PURGE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MOST_TOGETHER - 1);
                    write(batch);
                }
                purge();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException | Error failed) {
                log.warn(
                        "Signed messages cannot be remembered: {}",
                        failed.getClass().getSimpleName());
                batch.forEach(waiting -> waiting.isNew().completeExceptionally(failed));
            }
            batch.clear();
        }
    }

    private void write(List<Waiting> batch) {
        Set<ByteBuffer> added = new HashSet<>();
        for (byte[] digest : store.insert(
                batch.stream().map(waiting -> waiting.digest().array()).toList(),
                batch.stream().map(Waiting::until).toList())) {
            added.add(ByteBuffer.wrap(digest));
        }
        batch.forEach(waiting -> waiting.isNew().complete(added.remove(waiting.digest())));
    }

    private void purge() {
        Instant now = clock.instant();
        if (now.isAfter(nextPurge) && store.deleteExpired(now, PURGED_TOGETHER) < PURGED_TOGETHER) {
            nextPurge = now.plus(PURGE);
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
