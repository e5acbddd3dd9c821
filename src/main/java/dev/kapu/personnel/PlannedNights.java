package dev.kapu.personnel;

import dev.kapu.registry.Today;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.scheduling.support.CronTrigger;

/** When staff is to be compared. All nodes plan the same moments, by which they know whose turn it is. */
final class PlannedNights implements Trigger {
    private static final Duration LOOK_BACK = Duration.ofDays(8);

    private final String cron;
    private final CronTrigger trigger;
    private final Today today;
    private volatile @Nullable Instant planned;

    PlannedNights(String cron, Today today) {
        this.cron = cron;
        this.trigger = new CronTrigger(cron, today.zone());
        this.today = today;
    }

    @Override
    public @Nullable Instant nextExecution(TriggerContext context) {
        var next = trigger.nextExecution(context);
        planned = next;
        return next;
    }

    /** The moment that was planned last, which has come when the trigger fires; null before. */
    @Nullable
    Instant planned() {
        return planned;
    }

    /** @return null if none was planned in the last week */
    @Nullable
    Instant last() {
        var moments = CronExpression.parse(cron);
        var now = today.instant().atZone(today.zone());
        Instant last = null;
        for (var next = moments.next(now.minus(LOOK_BACK));
                next != null && !next.isAfter(now);
                next = moments.next(next)) {
            last = next.toInstant();
        }
        return last;
    }
}
