package dev.kapu.funding;

import dev.kapu.registry.LoneWork;
import dev.kapu.registry.Today;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Freezes the numbers of a reference date. All that are due are frozen together and never by a request, so that nobody
 * chooses when. What is corrected later changes none of them (K22, ADR 28).
 */
@Component("fundingSnapshots")
class Snapshots {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final HeadcountStore store;
    private final ReferenceDates dates;
    private final Today today;
    private final LoneWork work;

    Snapshots(HeadcountStore store, ReferenceDates dates, Today today, LoneWork work) {
        this.store = store;
        this.dates = dates;
        this.today = today;
        this.work = work;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void scheduled() {
        work.attempt("The headcounts of a reference date", this::takeDue);
    }

    void takeDue() {
        for (var day : dates.known(store.reportedSince())) {
            if (!store.isTaken(day)) {
                work.alone("funding", () -> take(day));
            }
        }
    }

    private boolean take(LocalDate day) {
        long begun = System.nanoTime();
        boolean fresh = store.begin(day, today.instant());
        if (fresh) {
            store.count(day);
            log.info(
                    "The headcounts of {} are taken, in {} s; they stay as they are",
                    day,
                    (System.nanoTime() - begun) / 1_000_000_000);
        }
        return fresh;
    }
}
