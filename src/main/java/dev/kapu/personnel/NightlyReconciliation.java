package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks the module for each institution in turn, on a thread of its own: however slow the module is, nobody else waits.
 * Without an address it does not run. Of several nodes one does it.
 */
@Component
class NightlyReconciliation implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NightlyReconciliation.class);

    private static final int ROUNDS = 6;
    private static final Duration LOOK_BACK = Duration.ofDays(8);
    private static final Duration TOO_LONG = Duration.ofDays(1);
    private static final Duration LOOK_AFTER = Duration.ofMinutes(30);

    private final ObjectProvider<StaffModule> module;
    private final Reconciliation reconciliation;
    private final ComparisonStore store;
    private final ModuleContacts contacts;
    private final PersonnelProperties properties;
    private final Today today;
    private volatile @Nullable ThreadPoolTaskScheduler thread;
    private volatile @Nullable Instant planned;
    private volatile @Nullable Instant tooLong;

    NightlyReconciliation(
            ObjectProvider<StaffModule> module,
            Reconciliation reconciliation,
            ComparisonStore store,
            ModuleContacts contacts,
            PersonnelProperties properties,
            Today today) {
        this.module = module;
        this.reconciliation = reconciliation;
        this.store = store;
        this.contacts = contacts;
        this.properties = properties;
        this.today = today;
    }

    /** @return those for whom the module gave no answer */
    List<InstitutionCode> compare(Instant moment, StaffModule asked, List<InstitutionCode> institutions) {
        var failed = new ArrayList<InstitutionCode>();
        for (var institution : institutions) {
            if (Thread.currentThread().isInterrupted()) {
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

    private void tonight() {
        var moment = planned;
        var asked = module.getIfAvailable();
        if (moment != null && asked != null) {
            unlessBroken(() -> {
                if (store.begin(moment, today.instant())) {
                    round(moment, asked, store.institutions(), 0, 1);
                }
            });
        }
    }

    /** The hub may have been down at the last planned moment. */
    private void makeUp() {
        var asked = module.getIfAvailable();
        if (asked != null) {
            unlessBroken(() -> makeUp(asked));
        }
    }

    /** Nothing was missed before the first comparison there ever was. */
    void makeUp(StaffModule asked) {
        var moment = lastPlanned();
        if (moment == null || !store.wasBegunBefore(moment) || !store.begin(moment, today.instant())) {
            return;
        }
        log.warn("No comparison of staff was begun at {}; it is made up now", moment);
        round(moment, asked, store.institutions(), 0, 1);
    }

    /** @return null if none was planned in the last week */
    @Nullable
    Instant lastPlanned() {
        var cron = CronExpression.parse(properties.cron());
        var now = today.instant().atZone(today.zone());
        Instant last = null;
        for (var next = cron.next(now.minus(LOOK_BACK)); next != null && !next.isAfter(now); next = cron.next(next)) {
            last = next.toInstant();
        }
        return last;
    }

    /** The node that began may have died since. */
    private void takeOver() {
        var asked = module.getIfAvailable();
        if (asked != null) {
            unlessBroken(() -> takeOver(asked));
        }
    }

    void takeOver(StaffModule asked) {
        store.takeOver(today.instant()).ifPresent(moment -> {
            var left = store.left(today.date());
            log.warn("A comparison of staff was not finished; {} institutions are left", left.size());
            round(moment, asked, left, store.institutions().size() - left.size(), 1);
        });
    }

    /** A module that was down for a while is asked again, some times in the night. */
    void round(Instant moment, StaffModule asked, List<InstitutionCode> institutions, int done, int number) {
        var failed = compare(moment, asked, institutions);
        int compared = done + institutions.size() - failed.size();
        if (compared == 0 && !failed.isEmpty()) {
            contacts.nobodyAnswered(today.instant());
        }
        var scheduler = thread;
        if (!failed.isEmpty() && number < ROUNDS && scheduler != null) {
            var later = today.instant().plus(properties.leaveInPeace().multipliedBy(1L << number));
            store.goesOn(moment, later);
            log.warn(
                    "The personnel module gave no answer about {} institutions, asked again at {}",
                    failed.size(),
                    later);
            var unused = scheduler.schedule(
                    () -> unlessBroken(() -> round(moment, asked, failed, compared, number + 1)), later);
            return;
        }
        store.finish(moment, today.instant(), compared, failed.size());
        log.atLevel(failed.isEmpty() ? Level.INFO : Level.WARN)
                .log(
                        "Staff compared with the personnel module: {} institutions, {} without an answer",
                        compared,
                        failed.size());
    }

    private static void unlessBroken(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException broken) {
            log.warn(
                    "Staff not compared with the personnel module: {}",
                    broken.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void start() {
        if (thread != null || properties.address() == null) {
            return;
        }
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("kapu-personnel-");
        scheduler.initialize();
        var unused =
                scheduler.schedule(this::tonight, new Remembered(new CronTrigger(properties.cron(), today.zone())));
        var unusedCheck =
                scheduler.scheduleWithFixedDelay(this::takeOver, today.instant().plus(LOOK_AFTER), LOOK_AFTER);
        var unusedMissed = scheduler.schedule(this::makeUp, today.instant());
        thread = scheduler;
    }

    /** All nodes plan the same moments, by which they know whose turn it is. */
    private final class Remembered implements Trigger {
        private final CronTrigger cron;

        Remembered(CronTrigger cron) {
            this.cron = cron;
        }

        @Override
        public @Nullable Instant nextExecution(TriggerContext context) {
            var next = cron.nextExecution(context);
            planned = next;
            return next;
        }
    }

    @Override
    public synchronized void stop() {
        var scheduler = thread;
        thread = null;
        if (scheduler != null) {
            scheduler.shutdown();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
