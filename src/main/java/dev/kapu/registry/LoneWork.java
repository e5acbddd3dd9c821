package dev.kapu.registry;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that takes longer than a request may, and that one node does for all. A stop of the hub does not wait for it. */
@Component
public class LoneWork {
    private static final Logger log = LoggerFactory.getLogger(LoneWork.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CANCELS = Duration.ofMillis(20);

    private final LoneWorkStore store;
    private final TransactionTemplate transaction;
    private final AtomicBoolean stopping = new AtomicBoolean();
    /** The database's numbers of the sessions that are at it. */
    private final Set<Integer> sessions = new HashSet<>();

    LoneWork(LoneWorkStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * In one transaction, whose statements may take minutes, as may what is done between them. Not for requests.
     *
     * @param name who works under the same one works alone
     * @throws CannotAcquireLockException if somebody else is at it, here or on another node; or the hub stops
     * @throws DataAccessException also if the hub's stop cuts the work off
     */
    public <T extends @Nullable Object> T alone(String name, Supplier<T> work) {
        return transaction.execute(status -> {
            int session = store.begin(name);
            enter(session);
            try {
                if (stopping.get()) {
                    throw new CannotAcquireLockException("The hub stops: " + name);
                }
                return work.get();
            } finally {
                leave(session);
            }
        });
    }

    /**
     * For what is tried again by the clock: says in the log when it was not possible.
     *
     * @param what as the log says it: "The headcounts of a reference date"
     */
    public void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException later) {
            if (stopping.get()) {
                log.info("{} wait for the next start of the hub", what);
            } else {
                log.warn("{} wait: {}", what, later.getClass().getSimpleName());
            }
        }
    }

    private void enter(int session) {
        synchronized (sessions) {
            sessions.add(session);
        }
    }

    private void leave(int session) {
        synchronized (sessions) {
            sessions.remove(session);
            sessions.notifyAll();
        }
    }

    /** While the database still answers; again and again, since who is between two statements does not hear it. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping.set(true);
        long until = System.nanoTime() + PATIENCE_AT_STOP.toNanos();
        synchronized (sessions) {
            while (!sessions.isEmpty() && System.nanoTime() < until) {
                sessions.forEach(store::cancel);
                sessions.wait(BETWEEN_CANCELS.toMillis());
            }
        }
    }
}
