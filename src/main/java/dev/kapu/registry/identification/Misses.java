package dev.kapu.registry.identification;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Counts who named nobody: an ID that is unknown, or other data than the person's. Each node counts by itself and anew
 * after its start, as with quotas; what was asked stays in the record of disclosures.
 */
public final class Misses {
    /** So many of one ID a day, here and wherever else misses are counted. */
    public static final int OF_ONE_ID = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int aDay;
    private final Today today;
    private final Duration patience;
    private final Map<String, Tally> misses = new HashMap<>();
    private final Map<String, Tally> underWay = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    /** @param aDay so many of one who asks, whomever they are about */
    public Misses(int aDay, Today today) {
        this(aDay, today, PATIENCE);
    }

    Misses(int aDay, Today today, Duration patience) {
        this.aDay = aDay;
        this.today = today;
        this.patience = patience;
    }

    public enum Outcome {
        FOUND,
        NOBODY,
        /** Nobody, and whoever asked can ask no more today. */
        NOBODY_FOR_THE_LAST_TIME,
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
        boolean missed = false;
        try {
            missed = !exists.getAsBoolean();
        } finally {
            end(who, asked, missed);
        }
        if (!missed) {
            return Outcome.FOUND;
        }
        return areSpent(who) ? Outcome.NOBODY_FOR_THE_LAST_TIME : Outcome.NOBODY;
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
        return missed.of(asked) + more >= OF_ONE_ID || missed.sum() + moreOfAll >= aDay;
    }

    private synchronized void end(String who, EducationId asked, boolean missed) {
        underWay.computeIfPresent(who, (name, open) -> open.add(asked, -1).sum() == 0 ? null : open);
        if (missed) {
            missedToday().computeIfAbsent(who, none -> new Tally()).add(asked, 1);
        }
        notifyAll();
    }

    private synchronized boolean areSpent(String who) {
        return missedToday().getOrDefault(who, Tally.NONE).sum() >= aDay;
    }

    private Map<String, Tally> missedToday() {
        if (!day.equals(today.date())) {
            misses.clear();
            day = today.date();
        }
        return misses;
    }
}
