package dev.kapu.funding;

import dev.kapu.registry.Today;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Freezes the numbers of a reference date. All that are due are frozen together, so that nobody chooses when. What is
 * corrected later changes none of them (K22, ADR 28).
 */
@Component("fundingSnapshots")
class Snapshots {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final HeadcountStore store;
    private final ReferenceDates dates;
    private final Today today;
    private final TransactionTemplate transaction;

    Snapshots(HeadcountStore store, ReferenceDates dates, Today today, PlatformTransactionManager transactions) {
        this.store = store;
        this.dates = dates;
        this.today = today;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void scheduled() {
        try {
            takeDue();
        } catch (DataAccessException later) {
            log.warn(
                    "The headcounts of a reference date are not taken yet: {}",
                    later.getClass().getSimpleName());
        }
    }

    void takeDue() {
        for (var day : dates.known()) {
            if (!store.isTaken(day)) {
                transaction.executeWithoutResult(status -> take(day));
            }
        }
    }

    private void take(LocalDate day) {
        if (store.begin(day, today.instant())) {
            store.count(day);
            log.info("The headcounts of {} are taken; they stay as they are", day);
        }
    }
}
