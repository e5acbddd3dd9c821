package dev.kapu.personnel;

import dev.kapu.registry.affiliation.AffiliationType;
import java.util.List;
import java.util.Locale;

/**
 * An employment on which the registry (here) and the module (there) do not agree.
 *
 * @param educationId as the module has it, if only there
 * @param fields which differ, by their names in contracts
 */
public record Difference(String educationId, AffiliationType type, Kind kind, List<String> fields) {
    public enum Kind {
        ONLY_HERE,
        ONLY_THERE,
        DIFFERS;

        /** The word in contracts and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Hazard: must not show whom it is about, or it would reach a log line. */
    @Override
    public String toString() {
        return "Difference";
    }
}
