package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One comparison: each institution in turn. A module that was down for a while is asked again, some times in the night. */
@Component
class ComparisonRounds {
    private static final Logger log = LoggerFactory.getLogger(ComparisonRounds.class);

    private static final int ROUNDS = 6;
    private static final Duration TOO_LONG = Duration.ofDays(1);

    private final Reconciliation reconciliation;
    private final ComparisonRunStore store;
    private final ModuleContacts contacts;
    private final PersonnelProperties properties;
    private final Today today;
    private volatile @Nullable Instant tooLong;
    private volatile @Nullable Instant ours;
    private volatile boolean stopping;

    ComparisonRounds(
            Reconciliation reconciliation,
            ComparisonRunStore store,
            ModuleContacts contacts,
            PersonnelProperties properties,
            Today today) {
        this.reconciliation = reconciliation;
        this.store = store;
        this.contacts = contacts;
        this.properties = properties;
        this.today = today;
    }

    /**
     * @param moment for which the comparison was planned
     * @param done institutions that had an answer in rounds before
     * @param number of the round, from 1
     */
    record Round(Instant moment, StaffModule asked, List<InstitutionCode> institutions, int done, int number) {
        static Round first(Instant moment, StaffModule asked, List<InstitutionCode> institutions, int done) {
            return new Round(moment, asked, institutions, done, 1);
        }

        private Round next(List<InstitutionCode> failed) {
            return new Round(moment, asked, failed, done + institutions.size() - failed.size(), number + 1);
        }
    }

    /** @param thread on which the next round runs, if one is needed and there still is a thread by then */
    void run(Round round, Supplier<? extends @Nullable TaskScheduler> thread) {
        ours = round.moment();
        try {
            reconciliation.forgetClosed();
            go(round, thread);
        } catch (DataAccessException | TransactionException broken) {
            ours = stopping ? ours : null;
            throw broken;
        }
    }

    private void go(Round round, Supplier<? extends @Nullable TaskScheduler> thread) {
        var failed = compare(round.moment(), round.asked(), round.institutions());
        if (isStopping()) {
            return;
        }
        var next = round.next(failed);
        if (next.done() == 0 && !failed.isEmpty()) {
            contacts.nobodyAnswered(today.instant());
        }
        if (!failed.isEmpty() && round.number() < ROUNDS) {
            askAgain(next, thread);
            return;
        }
        store.finish(round.moment(), today.instant(), next.done(), failed.size());
        ours = null;
        log.atLevel(failed.isEmpty() ? Level.INFO : Level.WARN)
                .log(
                        "Staff compared with the personnel module: {} institutions, {} without an answer",
                        next.done(),
                        failed.size());
    }

    private void askAgain(Round next, Supplier<? extends @Nullable TaskScheduler> thread) {
        var later = today.instant().plus(properties.leaveInPeace().multipliedBy(1L << (next.number() - 1)));
        store.goesOn(next.moment(), later);
        log.warn(
                "The personnel module gave no answer about {} institutions, asked again at {}",
                next.institutions().size(),
                later);
        var scheduler = thread.get();
        if (scheduler != null) {
            var unused = scheduler.schedule(() -> unlessBroken(() -> run(next, thread)), later);
        }
    }

    /** From now on nothing is begun or finished. */
    void stop() {
        stopping = true;
    }

    /** What this node has not finished another goes on with, or this one when it starts again. */
    void leave() {
        var moment = ours;
        if (moment != null) {
            log.info("The hub stops before all staff is compared for {}", moment);
            store.leave(moment, today.instant());
        }
    }

    void start() {
        stopping = false;
        ours = null;
    }

    private boolean isStopping() {
        return stopping || Thread.currentThread().isInterrupted();
    }

    /** @return those for whom the module gave no answer; when the hub stops, of those who were asked by then */
    List<InstitutionCode> compare(Instant moment, StaffModule asked, List<InstitutionCode> institutions) {
        var failed = new ArrayList<InstitutionCode>();
        for (var institution : institutions) {
            if (isStopping()) {
                break;
            }
            store.goesOn(moment, today.instant());
            alarmIfTooLong(moment, institution);
            if (!reconciliation.compare(asked, institution)) {
                failed.add(institution);
            }
        }
        return failed;
    }

    /** A module that answers rightly and slowly looks well everywhere else; meanwhile no other night is begun. */
    private void alarmIfTooLong(Instant moment, InstitutionCode reached) {
        if (!moment.equals(tooLong)
                && store.wasStartedBefore(moment, today.instant().minus(TOO_LONG))) {
            tooLong = moment;
            log.error(
                    "ALARM comparison of staff takes longer than a day: begun for {}, and only at institution {}",
                    moment,
                    reached.text());
        }
    }

    static void unlessBroken(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException broken) {
            log.warn(
                    "Staff not compared with the personnel module: {}",
                    broken.getClass().getSimpleName());
        }
    }
}
