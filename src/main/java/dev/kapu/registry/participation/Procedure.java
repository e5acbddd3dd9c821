package dev.kapu.registry.participation;

import java.util.Locale;

/** Each is what one scope looks for: see {@code ScopeCondition}. */
public enum Procedure {
    SECONDARY_ADMISSION,
    HIGHER_EDUCATION_ADMISSION,
    EXAM;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
