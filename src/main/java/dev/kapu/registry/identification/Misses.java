package dev.kapu.registry.identification;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who named nobody: an ID that is unknown, or other data than the person's. Each node counts by itself and anew
 * after its start, as with quotas; what was asked stays in the record of disclosures.
 */
public final class Misses {
    /** So many of one ID a day, here and wherever else misses are counted. */
    public static final int OF_ONE_ID = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of what was right: a large partner's typing errors are about one in a hundred. */
    private static final int PERCENT = 2;

    private static final int ALARM_AT_PERCENT = 80;
    private static final Logger LOG = LoggerFactory.getLogger(Misses.class);

    private final String setting;
    private final int aDay;
    private final Today today;
    private final Duration patience;
    private final Map<String, Allowance> allowances = new HashMap<>();
    private final Map<String, Tally> misses = new HashMap<>();
    private final Map<String, Tally> underWay = new HashMap<>();
    private final Set<String> alarmed = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    /**
     * @param setting which says how many, for the log
     * @param aDay so many of one who asks, whomever they are about; more of who asks rightly about many
     */
    public Misses(String setting, int aDay, Today today) {
        this(setting, aDay, today, PATIENCE);
    }

    Misses(String setting, int aDay, Today today, Duration patience) {
        this.setting = setting;
        this.aDay = aDay;
        this.today = today;
        this.patience = patience;
    }

    public enum Outcome {
        FOUND,
        NOBODY,
        /** Not asked: too many have been nobody already. */
        TOO_MANY
    }

    /**
     * Many questions at once are no more tries than one after the other: where those under way would be too many if all of
     * them were misses, the next one waits until an answer is known. A question that fails counts for nothing.
     *
     * <p>Hazard: whoever waits here may hold a connection, so a question must not wait for what another transaction holds.
     *
     * @throws FaultException {@code Server.Busy} if no answer comes in time
     */
    public Outcome ask(String who, EducationId asked, BooleanSupplier exists) {
        if (!begin(who, asked)) {
            return Outcome.TOO_MANY;
        }
        @Nullable Outcome outcome = null;
        try {
            outcome = exists.getAsBoolean() ? Outcome.FOUND : Outcome.NOBODY;
            return outcome;
        } finally {
            end(who, asked, outcome);
        }
    }

    /** @return false if too many have been misses */
    private synchronized boolean begin(String who, EducationId asked) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (!isSpent(who, asked, 0, 0)) {
                var open = underWay.getOrDefault(who, Tally.NONE);
                if (!isSpent(who, asked, open.of(asked), open.sum())) {
                    underWay.computeIfAbsent(who, none -> new Tally()).add(asked, 1);
                    return true;
                }
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new FaultException(Fault.BUSY);
                }
                wait(left);
            }
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.BUSY);
        }
    }

    /**
     * @param more misses of the ID besides those that are known
     * @param moreOfAll and of whoever asks
     */
    private boolean isSpent(String who, EducationId asked, int more, int moreOfAll) {
        var missed = missedToday().getOrDefault(who, Tally.NONE);
        return missed.of(asked) + more >= OF_ONE_ID || missed.sum() + moreOfAll >= most(who);
    }

    private int most(String who) {
        var allowance = allowances.get(who);
        return allowance == null ? aDay : allowance.on(day);
    }

    /** @param outcome null if the question failed */
    private synchronized void end(String who, EducationId asked, @Nullable Outcome outcome) {
        underWay.computeIfPresent(who, (name, open) -> open.add(asked, -1).sum() == 0 ? null : open);
        var missed = missedToday();
        if (outcome == Outcome.FOUND) {
            allowances
                    .computeIfAbsent(who, none -> new Allowance(aDay, PERCENT))
                    .right(asked, day);
        } else if (outcome == Outcome.NOBODY) {
            missed.computeIfAbsent(who, none -> new Tally()).add(asked, 1);
            tell(who, missed.getOrDefault(who, Tally.NONE).sum());
        }
        notifyAll();
    }

    private void tell(String who, int missed) {
        int most = most(who);
        if (missed >= most) {
            LOG.warn("{} has named nobody too often today ({}); its questions are refused ({})", who, missed, setting);
        } else if (missed * 100L >= (long) most * ALARM_AT_PERCENT && alarmed.add(who)) {
            LOG.error("ALARM wrong questions of {}: {} of {} today ({})", who, missed, most, setting);
        }
    }

    private Map<String, Tally> missedToday() {
        if (!day.equals(today.date())) {
            misses.clear();
            alarmed.clear();
            day = today.date();
            allowances.values().removeIf(yesterdays -> yesterdays.on(day) <= aDay);
        }
        return misses;
    }
}
