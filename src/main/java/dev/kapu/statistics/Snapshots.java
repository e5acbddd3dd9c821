package dev.kapu.statistics;

import dev.kapu.registry.Today;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the persons of a term on its day, or as soon after it as the hub runs; each once. */
@Component("statisticsSnapshots")
class Snapshots {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final SnapshotStore counts;
    private final StatisticsStore store;
    private final Books books;
    private final StatisticsProperties properties;
    private final Today today;
    private final TransactionTemplate transaction;

    Snapshots(
            SnapshotStore counts,
            StatisticsStore store,
            Books books,
            StatisticsProperties properties,
            Today today,
            PlatformTransactionManager transactions) {
        this.counts = counts;
        this.store = store;
        this.books = books;
        this.properties = properties;
        this.today = today;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void scheduled() {
        try {
            takeDue();
        } catch (DataAccessException later) {
            log.warn(
                    "The persons of a term are not counted yet: {}",
                    later.getClass().getSimpleName());
        }
    }

    /** Of several that were missed, the latest: of the others it is not known any more how it was. */
    void takeDue() {
        var due = lastDayUntil(today.date());
        if (store.latest().filter(taken -> !taken.isBefore(due)).isEmpty()) {
            take(due);
        }
    }

    void take(LocalDate term) {
        transaction.executeWithoutResult(status -> {
            var before = store.before(term);
            // Nobody may tell more of it while the next is made of what was told.
            before.ifPresent(store::lock);
            if (counts.begin(term, today.instant())) {
                counts.count(term, before.orElse(null), lastDayUntil(term.minusDays(1)));
                books.within(term, Snapshots::tellStandardTables);
                log.info("The persons of the term of {} are counted", term);
            }
        });
    }

    /** First, so that nobody can use up against them what may be told. */
    private static List<Dimension> tellStandardTables(Book book) {
        var dimensions = Arrays.asList(Dimension.values());
        for (var dimension : dimensions) {
            Table.of(book, Filter.ALL, List.of(dimension));
        }
        for (var dimension : dimensions) {
            if (dimension != Dimension.OUTCOME) {
                Table.of(book, Filter.ALL, List.of(dimension, Dimension.OUTCOME));
            }
        }
        return dimensions;
    }

    private LocalDate lastDayUntil(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear())
                .boxed()
                .flatMap(year -> properties.days().stream().map(one -> one.atYear(year)))
                .filter(one -> !one.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
