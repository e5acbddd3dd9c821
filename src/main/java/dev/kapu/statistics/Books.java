package dev.kapu.statistics;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a term for one who asks; the next one waits. What is told is entered, for all partners and for ever, before it
 * leaves. This node remembers what it has read of a term and reads only what was entered since.
 */
@Component
class Books {
    private final StatisticsStore store;
    private final StatisticsProperties properties;
    private final TransactionTemplate transaction;
    private final Map<LocalDate, Read> read = new ConcurrentHashMap<>();

    Books(StatisticsStore store, StatisticsProperties properties, PlatformTransactionManager transactions) {
        this.store = store;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param entered so many groups are in the ledger */
    private record Read(Cube cube, Ledger ledger, int entered) {}

    private record Done<T>(T answer, Read read) {}

    /** If the work throws, nothing was told. */
    <T> T with(LocalDate term, Function<Book, T> work) {
        var done = Objects.requireNonNull(transaction.execute(status -> worked(term, work)));
        read.put(term, done.read());
        return done.answer();
    }

    /** As {@link #with}, within a transaction that has made the term. */
    void within(LocalDate term, Function<Book, ?> work) {
        worked(term, work);
    }

    private <T> Done<T> worked(LocalDate term, Function<Book, T> work) {
        store.lock(term);
        var before = upToDate(term);
        boolean latest = store.latest().filter(term::equals).isPresent();
        var book = new Book(before.cube(), before.ledger().copy(), latest, properties::rounded);
        var answer = work.apply(book);
        int entered = before.entered();
        for (var cells : book.news()) {
            store.enter(term, ++entered, cells);
        }
        return new Done<>(answer, new Read(before.cube(), book.ledger(), entered));
    }

    private Read upToDate(LocalDate term) {
        var known = read.get(term);
        var start = known == null ? fresh(term) : known;
        var since = store.told(term, start.entered());
        if (since.isEmpty()) {
            return start;
        }
        var ledger = start.ledger().copy();
        for (var cells : since) {
            ledger.know(start.cube().columns(cells));
        }
        return new Read(start.cube(), ledger, start.entered() + since.size());
    }

    /** What was told of the term before is known about the same persons. */
    private Read fresh(LocalDate term) {
        var before = store.before(term);
        var cube = store.cube(term, before.orElse(null));
        var ledger = new Ledger(cube.personsByColumn(), properties.threshold());
        before.ifPresent(earlier -> {
            for (BitSet cells : store.told(earlier, 0)) {
                ledger.know(cube.columnsOfBefore(cells));
            }
        });
        return new Read(cube, ledger, 0);
    }
}
