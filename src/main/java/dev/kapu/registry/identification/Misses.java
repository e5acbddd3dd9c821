package dev.kapu.registry.identification;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts who named nobody: an ID that is unknown, or other data than the person's. Each node counts by itself and anew
 * after its start, as with quotas; what was asked stays in the record of disclosures.
 */
public final class Misses {
    private static final int OF_ONE_ID = 3;

    private final int aDay;
    private final Today today;
    private final Map<String, Map<EducationId, Integer>> misses = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    /** @param aDay so many of one who asks, whomever they are about */
    public Misses(int aDay, Today today) {
        this.aDay = aDay;
        this.today = today;
    }

    /** Whether there is such a person or not. */
    public synchronized boolean areTooMany(String who, EducationId asked) {
        var missed = missedToday(who);
        return missed.getOrDefault(asked, 0) >= OF_ONE_ID || sum(missed) >= aDay;
    }

    /** @return whether this was the last one of the day */
    public synchronized boolean count(String who, EducationId asked) {
        var missed = missedToday(who);
        missed.merge(asked, 1, Integer::sum);
        return sum(missed) == aDay;
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
