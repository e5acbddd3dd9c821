package dev.kapu.statistics;

import java.util.Locale;

/** What has become of a person since the term before. */
public enum Outcome {
    /** Not counted then. */
    NEW,
    STAYED,
    /** In a higher grade of the same institution. */
    PROMOTED,
    /** In the same grade in another school year. */
    REPEATED,
    CHANGED_INSTITUTION,
    /** No longer a student, before the last grade. */
    LEFT,
    /** No longer a student, after the last grade. */
    FINISHED;

    /** As the database and the contract write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
