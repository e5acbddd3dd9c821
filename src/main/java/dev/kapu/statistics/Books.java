package dev.kapu.statistics;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a term for one who asks; the next one waits. What is told is entered, for all partners and for ever, before it
 * leaves. This node remembers what it has read of a term, while there is memory, and reads only what was entered since. It
 * works at one question at a time, and the others wait without a connection of the pool, which lookups need.
 */
@Component
class Books {
    private static final int MOST_WAITING = 4;
    private static final int WAIT_SECONDS = 3;
    private static final int WAIT_BETWEEN_TURNS_SECONDS = 30;

    private final StatisticsStore store;
    private final StatisticsProperties properties;
    private final TransactionTemplate transaction;
    private final Map<LocalDate, SoftReference<Read>> read = new ConcurrentHashMap<>();
    private final Semaphore desk = new Semaphore(1, true);
    private final Semaphore longWork = new Semaphore(1, true);

    Books(StatisticsStore store, StatisticsProperties properties, PlatformTransactionManager transactions) {
        this.store = store;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param entered so many groups are in the ledgers */
    private record Read(Cube cube, Ledger ledger, int entered) {
        Read with(List<BitSet> told) {
            if (told.isEmpty()) {
                return this;
            }
            var further = new Read(cube, ledger.copy(), entered + told.size());
            told.forEach(cells -> further.ledger().know(cube.deviations().of(cells)));
            return further;
        }
    }

    private record Done<T>(T answer, Read read) {}

    /**
     * If the work throws, nothing was told.
     *
     * @throws FaultException {@code Server.Busy}
     */
    <T> T with(LocalDate term, Function<Book, T> work) {
        if (desk.getQueueLength() >= MOST_WAITING) {
            throw new FaultException(Fault.BUSY);
        }
        return atDesk(term, work, WAIT_SECONDS);
    }

    /**
     * As often as the work wants, and in between the others have their turn; of works that want several turns one is done
     * at a time. If one of them throws, what was told in the turns before stays told.
     *
     * @param work true if it wants another turn
     * @throws FaultException {@code Server.Busy}
     */
    void inTurns(LocalDate term, Function<Book, Boolean> work) {
        take(longWork, WAIT_SECONDS);
        try {
            boolean more = true;
            while (more) {
                more = atDesk(term, work, WAIT_BETWEEN_TURNS_SECONDS);
            }
        } finally {
            longWork.release();
        }
    }

    private <T> T atDesk(LocalDate term, Function<Book, T> work, int seconds) {
        take(desk, seconds);
        try {
            var done = Objects.requireNonNull(transaction.execute(status -> worked(term, work, properties.mostTold())));
            read.put(term, new SoftReference<>(done.read()));
            return done.answer();
        } finally {
            desk.release();
        }
    }

    private static void take(Semaphore turn, int seconds) {
        try {
            if (turn.tryAcquire(seconds, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        throw new FaultException(Fault.BUSY);
    }

    /** As {@link #with}, within a transaction that has made the term, and without a limit. */
    void within(LocalDate term, Function<Book, ?> work) {
        worked(term, work, Integer.MAX_VALUE);
    }

    private <T> Done<T> worked(LocalDate term, Function<Book, T> work, int most) {
        store.lock(term);
        var before = upToDate(term);
        boolean latest = store.latest().filter(term::equals).isPresent();
        int room = most - before.entered();
        var ledger = before.ledger().copy();
        var book = new Book(before.cube(), ledger, latest, properties::rounded, properties.threshold(), room);
        var answer = work.apply(book);
        int entered = before.entered();
        for (var cells : book.entries()) {
            store.enter(term, ++entered, cells);
        }
        return new Done<>(answer, new Read(before.cube(), ledger, entered));
    }

    private Read upToDate(LocalDate term) {
        var kept = read.get(term);
        var known = kept == null ? null : kept.get();
        var start = known == null ? fresh(term) : known;
        return start.with(told(term, start));
    }

    private List<BitSet> told(LocalDate term, Read start) {
        var told = store.told(term, start.entered());
        if (told.stream().allMatch(group -> group.populated() == null)) {
            return told.stream().map(StatisticsStore.Told::cells).toList();
        }
        var earlier = new EarlierGroups(start.cube(), store.numbers(term));
        return told.stream().map(earlier::cells).toList();
    }

    private Read fresh(LocalDate term) {
        int threshold = properties.threshold();
        var cube = store.cube(term, store.before(term).orElse(null), threshold);
        return new Read(cube, new Ledger(cube.deviations().personsByColumn(), threshold), 0);
    }
}
