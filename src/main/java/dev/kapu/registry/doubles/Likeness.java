package dev.kapu.registry.doubles;

import dev.kapu.registry.EducationId;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much somebody resembles persons who are held.
 *
 * @param persons the most alike first; with {@link Degree#SAME} the first is the same person
 */
public record Likeness(Degree degree, List<EducationId> persons) {
    static final Likeness NONE = new Likeness(Degree.NONE, List.of());

    public enum Degree {
        NONE,
        ALIKE,
        SAME
    }

    /** As if these persons were not held. */
    public Likeness without(Predicate<EducationId> known) {
        var others = persons.stream().filter(known.negate()).toList();
        if (others.isEmpty()) {
            return NONE;
        }
        return others.get(0).equals(persons.get(0)) ? new Likeness(degree, others) : new Likeness(Degree.ALIKE, others);
    }
}
