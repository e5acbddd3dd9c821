package dev.kapu.portal;

import org.jspecify.annotations.Nullable;

/** What was typed into a field of a form. */
final class TypedText {
    private TypedText() {}

    /** Without the blanks around it; null if there is nothing else. */
    static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
