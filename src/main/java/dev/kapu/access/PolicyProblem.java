package dev.kapu.access;

/**
 * Something wrong in a policy file, as a sentence for whoever edits it.
 *
 * @param line counted from 1; 0 where the whole file is meant
 */
public record PolicyProblem(String file, int line, int column, String reason) {
    static PolicyProblem of(String file, String reason) {
        return new PolicyProblem(file, 0, 0, reason);
    }

    @Override
    public String toString() {
        return line == 0
                ? "%s: %s".formatted(file, reason)
                : "%s, line %d, column %d: %s".formatted(file, line, column, reason);
    }
}
