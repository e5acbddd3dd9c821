package dev.kapu.portal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of a person (K27) as a page shows it: whatever the contract holds, under the contract's names, so that nothing is
 * left out that is added to the contract.
 *
 * @param last the record number after which the looks go on; null if all are told
 */
record HeldFile(List<Section> sections, @Nullable Long last) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{8,20}(Z|[+-]\\d{2}:\\d{2})");

    /** @param name of the element, e.g. {@code affiliation} */
    record Section(String name, List<List<Fact>> entries) {}

    /**
     * @param field as in the contract, e.g. {@code name.family}
     * @param before of a change; else null
     * @param values empty if it was taken away
     */
    record Fact(String field, @Nullable Said before, List<Said> values) {
        public String last() {
            return field.substring(field.lastIndexOf('.') + 1);
        }

        /** Hazard: must not show what is held. */
        @Override
        public String toString() {
            return "Fact";
        }
    }

    /**
     * @param day if it is one
     * @param moment if it is one
     */
    record Said(
            String text, @Nullable LocalDate day, @Nullable OffsetDateTime moment) {
        static Said of(String text) {
            try {
                if (DAY.matcher(text).matches()) {
                    return new Said(text, LocalDate.parse(text), null);
                }
                if (MOMENT.matcher(text).matches()) {
                    return new Said(text, null, OffsetDateTime.parse(text));
                }
            } catch (DateTimeParseException looksLikeOne) {
                return new Said(text, null, null);
            }
            return new Said(text, null, null);
        }

        /** Hazard: must not show what is held. */
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** Hazard: must not show what is held. */
    @Override
    public String toString() {
        return "HeldFile";
    }
}
