package dev.kapu.console;

import dev.kapu.messaging.Queues.DeadLetter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * @param explanation what the reason means if it is a code of the catalogue
 * @param passes whether it may be taken on another day, and is worth keeping until then
 */
record LetterView(DeadLetter letter, @Nullable String explanation, boolean passes) {
    /** Says what happened where the reason is no code of the catalogue. */
    public String word() {
        return letter.givenBack() ? "given-back" : letter.reason();
    }

    static LetterView of(DeadLetter letter, Locale language) {
        return new LetterView(
                letter, Reasons.explain(letter.reason(), letter.where(), language), Reasons.passes(letter.reason()));
    }
}
