package dev.kapu.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is held about a person.
 *
 * @param partner whose system brought it; null for the hub itself
 * @param institution on whose behalf
 * @param endUser as the partner named them
 * @param changes fields that differ, by name
 */
public record HistoryEntry(
        Instant at,
        Kind kind,
        @Nullable String partner,
        @Nullable String institution,
        @Nullable String endUser,
        List<Field> changes) {

    public enum Kind {
        REGISTERED,
        AMENDED,
        REVIEWED,
        MERGED,
        /** Checked, and all was right (K15). */
        REFRESHED,
        AFFILIATION_STARTED,
        AFFILIATION_CHANGED,
        AFFILIATION_ENDED,
        AFFILIATION_CANCELLED,
        RESPONSIBILITY_CHANGED,
        CARD_REQUESTED,
        CARD_ISSUED,
        CARD_VALIDATED,
        CARD_WITHDRAWN,
        /** The request, because nothing entitled to the card any more. */
        CARD_REFUSED;

        /** The word in contracts and in the database, e.g. {@code affiliation-ended}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param name as in the contract, with a dot where it is part of another, e.g. {@code birthName.family} */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {
        /** Hazard: must not show the values, or they would reach a log line. */
        @Override
        public String toString() {
            return "Field";
        }
    }
}
