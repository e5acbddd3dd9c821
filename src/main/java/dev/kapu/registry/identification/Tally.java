package dev.kapu.registry.identification;

import dev.kapu.registry.EducationId;
import java.util.HashMap;
import java.util.Map;

/** How many of each ID, and of all together. Not for several threads at once. */
final class Tally {
    /** Nobody adds to it. */
    static final Tally NONE = new Tally();

    private final Map<EducationId, Integer> ofEach = new HashMap<>();
    private int sum;

    int of(EducationId id) {
        return ofEach.getOrDefault(id, 0);
    }

    int sum() {
        return sum;
    }

    /** @param number also fewer than none, but never more than there are */
    Tally add(EducationId id, int number) {
        sum += number;
        ofEach.merge(id, number, (before, added) -> before + added == 0 ? null : before + added);
        return this;
    }
}
