package dev.kapu.registry.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person, as it was written. Whatever is not known is null.
 *
 * @param birthFamily the birth name, if it was given apart from the name
 * @param motherFamily of the mother's birth name
 * @param sex female or male
 * @param taj social security number
 */
public record Description(
        @Nullable String family,
        @Nullable String given,
        @Nullable String birthFamily,
        @Nullable String birthGiven,
        @Nullable String motherFamily,
        @Nullable String motherGiven,
        @Nullable String birthPlace,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String postcode,
        @Nullable String settlement,
        @Nullable String street,
        @Nullable String taj) {
    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "Description";
    }
}
