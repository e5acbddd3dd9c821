package dev.kapu.access;

import java.util.Locale;

/**
 * Something wrong in a policy file, as a sentence for whoever edits it. As a string it is English, for the log.
 *
 * @param line counted from 1; 0 where the whole file is meant
 */
public record PolicyProblem(String file, int line, int column, Sentence sentence) {
    static PolicyProblem of(String file, Sentence sentence) {
        return new PolicyProblem(file, 0, 0, sentence);
    }

    public String reason(Locale language) {
        return sentence.in(language);
    }

    @Override
    public String toString() {
        var reason = reason(Locale.ENGLISH);
        return line == 0
                ? "%s: %s".formatted(file, reason)
                : "%s, line %d, column %d: %s".formatted(file, line, column, reason);
    }
}
