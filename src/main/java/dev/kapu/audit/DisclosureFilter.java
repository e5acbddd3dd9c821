package dev.kapu.audit;

import dev.kapu.audit.DisclosureRecord.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are looked for; null: all.
 *
 * @param partner {@link #NOBODY}: requests of whom nobody was authenticated
 * @param messageId the sender's own, whole
 * @param until exclusive
 */
public record DisclosureFilter(
        @Nullable String partner,
        @Nullable Outcome outcome,
        @Nullable String messageId,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final String NOBODY = "-";

    public boolean isEmpty() {
        return partner == null && outcome == null && messageId == null && from == null && until == null;
    }

    /** Hazard: a message id may be anything that a sender wrote. */
    @Override
    public String toString() {
        return "DisclosureFilter";
    }
}
