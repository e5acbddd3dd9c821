package dev.kapu.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of state, kept for good.
 *
 * @param by partner, office or institution; {@code hub} where it followed by itself
 * @param from null for the receipt
 */
public record Transition(
        Instant at,
        String by,
        @Nullable State from,
        State to,
        @Nullable Reason reason) {
    /** Who acts where nobody does. */
    static final String HUB = "hub";

    /** @param code a word of the contract, or {@code entries} where no entry could take effect, or {@code signed-form} */
    public record Reason(String code, @Nullable String text) {
        static final Reason ENTRIES = new Reason("entries", null);

        /** The Office entered a form that was filled and signed by hand. */
        static final Reason SIGNED_FORM = new Reason("signed-form", null);
    }
}
