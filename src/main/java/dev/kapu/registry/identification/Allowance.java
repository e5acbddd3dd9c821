package dev.kapu.registry.identification;

import dev.kapu.registry.EducationId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * How much of what somebody asks in a day may be wrong: a number, or if that is more, a share of what was right, so that one
 * rule fits a village school and a national centre (ADR 25). Each person counts once a day, else whoever asks the same right
 * question again and again could guess as they like. Not for several threads at once.
 */
public final class Allowance {
    /** More persons of a day make no larger share, nor take more memory. */
    static final int MOST_PERSONS = 250_000;

    private final int atLeast;
    private final int percent;
    private final Set<EducationId> right = new HashSet<>();
    private LocalDate day = LocalDate.MIN;
    private int rightBefore;

    /** @param percent of the persons who were named rightly, on this day or the one before */
    public Allowance(int atLeast, int percent) {
        this.atLeast = atLeast;
        this.percent = percent;
    }

    public void right(EducationId id, LocalDate today) {
        turnTo(today);
        if (right.size() < MOST_PERSONS) {
            right.add(id);
        }
    }

    public int on(LocalDate today) {
        turnTo(today);
        return Math.max(atLeast, Math.max(right.size(), rightBefore) * percent / 100);
    }

    private void turnTo(LocalDate today) {
        if (!day.equals(today)) {
            rightBefore = right.size();
            right.clear();
            day = today;
        }
    }
}
