package dev.kapu.personnel;

import dev.kapu.personnel.ComparisonRounds.Round;
import dev.kapu.registry.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Asks the module for each institution in turn, on a thread of its own: however slow the module is, nobody else waits.
 * Without an address it does not run. Of several nodes one does it.
 */
@Component
class NightlyReconciliation implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NightlyReconciliation.class);
    private static final Duration LOOK_AFTER = Duration.ofMinutes(1);
    private static final int SECONDS_TO_STOP = 10;

    private final ObjectProvider<StaffModule> module;
    private final ComparisonRounds rounds;
    private final ComparisonRunStore store;
    private final PersonnelProperties properties;
    private final Today today;
    private final PlannedNights nights;
    private volatile @Nullable ThreadPoolTaskScheduler thread;

    NightlyReconciliation(
            ObjectProvider<StaffModule> module,
            ComparisonRounds rounds,
            ComparisonRunStore store,
            PersonnelProperties properties,
            Today today) {
        this.module = module;
        this.rounds = rounds;
        this.store = store;
        this.properties = properties;
        this.today = today;
        this.nights = new PlannedNights(properties.cron(), today);
    }

    private void tonight(StaffModule asked) {
        var moment = nights.planned();
        if (moment != null && store.begin(moment, today.instant())) {
            begin(moment, asked);
        }
    }

    /** The hub may have been down at the last planned moment. Nothing was missed before the first comparison there ever was. */
    void makeUp(StaffModule asked) {
        var moment = nights.last();
        if (moment == null || !store.wasBegunBefore(moment) || !store.begin(moment, today.instant())) {
            return;
        }
        log.warn("No comparison of staff was begun at {}; it is made up now", moment);
        begin(moment, asked);
    }

    private void begin(Instant moment, StaffModule asked) {
        rounds.run(Round.first(moment, asked, store.institutions(), 0), () -> thread);
    }

    /** The node that began may have stopped or died since. */
    void takeOver(StaffModule asked) {
        store.takeOver(today.instant()).ifPresent(moment -> {
            var left = store.left(today.date());
            log.warn("A comparison of staff was not finished; {} institutions are left", left.size());
            rounds.run(Round.first(moment, asked, left, store.institutions().size() - left.size()), () -> thread);
        });
    }

    private Runnable withModule(Consumer<StaffModule> work) {
        return () -> {
            var asked = module.getIfAvailable();
            if (asked != null) {
                ComparisonRounds.unlessBroken(() -> work.accept(asked));
            }
        };
    }

    @Override
    public synchronized void start() {
        if (thread != null || properties.address() == null) {
            return;
        }
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("kapu-personnel-");
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_STOP);
        scheduler.initialize();
        rounds.start();
        var unused = scheduler.schedule(withModule(this::tonight), nights);
        var unusedMissed = scheduler.schedule(withModule(this::makeUp), today.instant());
        var unusedLook = scheduler.scheduleWithFixedDelay(withModule(this::takeOver), today.instant(), LOOK_AFTER);
        thread = scheduler;
    }

    @Override
    public synchronized void stop() {
        var scheduler = thread;
        thread = null;
        if (scheduler != null) {
            rounds.stop();
            scheduler.shutdown();
            ComparisonRounds.unlessBroken(rounds::leave);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
