package dev.kapu.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A cell's value as the contract wants it.
 *
 * @param value as the user wrote it, if the problem is an error
 * @param problem null if there is nothing to say
 */
record Converted(String value, @Nullable Problem problem) {
    static final Converted EMPTY = new Converted("", null);

    static Converted of(String value) {
        return new Converted(value, null);
    }

    static Converted wrong(String value, Problem problem) {
        return new Converted(value, problem);
    }

    boolean isWrong() {
        return problem != null && problem.severity() == Severity.ERROR;
    }
}
