package dev.kapu.registry.identification;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
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

    private final int aDay;
    private final Today today;
    private final Map<String, Map<EducationId, Integer>> misses = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    /** @param aDay so many of one who asks, whomever they are about */
    public Misses(int aDay, Today today) {
        this.aDay = aDay;
        this.today = today;
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
     * A question counts as a miss until its answer is known, so that many at once are no more tries than one after the
     * other. One that fails counts for nothing.
     */
    public Outcome ask(String who, EducationId asked, BooleanSupplier exists) {
        if (!take(who, asked)) {
            return Outcome.TOO_MANY;
        }
        boolean missed = false;
        try {
            if (exists.getAsBoolean()) {
                return Outcome.FOUND;
            }
            missed = true;
            return areSpent(who) ? Outcome.NOBODY_FOR_THE_LAST_TIME : Outcome.NOBODY;
        } finally {
            if (!missed) {
                giveBack(who, asked);
            }
        }
    }

    private synchronized boolean take(String who, EducationId asked) {
        var missed = missedToday(who);
        if (missed.getOrDefault(asked, 0) >= OF_ONE_ID || sum(missed) >= aDay) {
            return false;
        }
        missed.merge(asked, 1, Integer::sum);
        return true;
    }

    private synchronized void giveBack(String who, EducationId asked) {
        missedToday(who).computeIfPresent(asked, (id, often) -> often == 1 ? null : often - 1);
    }

    private synchronized boolean areSpent(String who) {
        return sum(missedToday(who)) >= aDay;
    }

    private Map<EducationId, Integer> missedToday(String who) {
        if (!day.equals(today.date())) {
            misses.clear();
            day = today.date();
        }
        return misses.computeIfAbsent(who, none -> new HashMap<>());
    }

    private static int sum(Map<EducationId, Integer> missed) {
        return missed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
