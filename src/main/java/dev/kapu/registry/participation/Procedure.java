package dev.kapu.registry.participation;

import dev.kapu.scope.Scope;
import java.util.Locale;

/** Each is what one scope looks for: see {@code ScopeCondition}. */
public enum Procedure {
    SECONDARY_ADMISSION(Scope.APPLICANTS_OF_THIS_PROCEDURE),
    HIGHER_EDUCATION_ADMISSION(Scope.APPLICANTS_TO_HIGHER_EDUCATION),
    EXAM(Scope.CANDIDATES_OF_THIS_EXAM);

    private final Scope scope;

    Procedure(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Procedure ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
