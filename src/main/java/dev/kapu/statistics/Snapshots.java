package dev.kapu.statistics;

import dev.kapu.registry.FirstLoad;
import dev.kapu.registry.LoneWork;
import dev.kapu.registry.Today;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the persons of a term on its day, or as soon after it as the hub runs; each once. One node counts, never a request,
 * and in steps: what is counted stays so if the hub ends, and whoever goes on begins behind it.
 */
@Component("statisticsSnapshots")
class Snapshots {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final String WORK = "statistics";
    private static final long SECOND = 1_000_000_000;

    private final SnapshotStore counts;
    private final StatisticsStore store;
    private final Books books;
    private final StatisticsProperties properties;
    private final FirstLoad load;
    private final Today today;
    private final LoneWork work;
    /** Or the hub ended before it had forgotten. */
    private volatile boolean forgotten;

    Snapshots(
            SnapshotStore counts,
            StatisticsStore store,
            Books books,
            StatisticsProperties properties,
            FirstLoad load,
            Today today,
            LoneWork work) {
        this.counts = counts;
        this.store = store;
        this.books = books;
        this.properties = properties;
        this.load = load;
        this.today = today;
        this.work = work;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void takeDue() {
        work.attempt("The counts of a term's persons", () -> {
            var due = due();
            if (isToCome(due)) {
                take(due);
            } else if (isTaken(due) && !forgotten) {
                forgetPast(store.latest().orElseThrow());
            }
        });
    }

    /** Of several that were missed, the latest: of the others it is not known any more how it was. */
    LocalDate due() {
        return lastDayUntil(today.date());
    }

    /** Whether it is due and will be counted: not of a registry that was not loaded then, for a term stays as it is. */
    boolean isToCome(LocalDate term) {
        return term.equals(due()) && !isTaken(term) && load.holds(term);
    }

    private boolean isTaken(LocalDate term) {
        return store.latest().filter(taken -> !taken.isBefore(term)).isPresent();
    }

    void take(LocalDate term) {
        if (isTaken(term)) {
            return;
        }
        var before = store.latest().orElse(null);
        while (work.alone(WORK, () -> counts.forgetUnfinished(term))) {
            log.debug("What was counted of a term that is over is being forgotten");
        }
        long begun = System.nanoTime();
        var dayBefore = lastDayUntil(term.minusDays(1));
        for (long at = counts.counted(term); at < Long.MAX_VALUE; ) {
            long from = at;
            at = work.alone(WORK, () -> counts.count(term, before, dayBefore, from));
        }
        if (work.alone(WORK, () -> finished(term, before))) {
            log.info("The persons of the term of {} are counted, in {} s", term, (System.nanoTime() - begun) / SECOND);
            forgetPast(term);
        }
    }

    private void forgetPast(LocalDate term) {
        while (work.alone(WORK, () -> counts.forgetPast(term))) {
            log.debug("Who was where at the term before is being forgotten");
        }
        forgotten = true;
    }

    private boolean finished(LocalDate term, @Nullable LocalDate before) {
        // From one moment on it tells nobody anything new.
        if (before != null) {
            store.lock(before);
        }
        boolean fresh = counts.finish(term, today.instant(), properties.threshold());
        if (fresh) {
            books.within(term, Snapshots::tellStandardTables);
        }
        return fresh;
    }

    /** First, so that nobody can use up against them what may be told. Twice: what was refused may follow from what came later. */
    private static List<Dimension> tellStandardTables(Book book) {
        var dimensions = Arrays.asList(Dimension.values());
        for (int pass = 0; pass < 2; pass++) {
            for (var dimension : dimensions) {
                Table.enter(book, List.of(dimension));
            }
            for (var dimension : dimensions) {
                if (dimension != Dimension.OUTCOME) {
                    Table.enter(book, List.of(dimension, Dimension.OUTCOME));
                }
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
