package dev.kapu.statistics;

import java.util.Locale;

/** By what persons are grouped. */
public enum Dimension {
    INSTITUTION_KIND,
    SEX,
    /** School year, by the year in which it begins, of the first affiliation as a student. */
    ENTRY_YEAR,
    GRADE,
    OUTCOME;

    /** As the contract writes it. */
    public String word() {
        var words = name().toLowerCase(Locale.ROOT);
        int gap = words.indexOf('_');
        return gap < 0
                ? words
                : words.substring(0, gap) + Character.toUpperCase(words.charAt(gap + 1)) + words.substring(gap + 2);
    }
}
