package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an institution's staff compared the last time; no person is named.
 *
 * @param day null if it never succeeded
 * @param failure why the latest attempt failed; null if it did not
 */
public record Comparison(
        InstitutionCode institution,
        @Nullable LocalDate day,
        int onlyHere,
        int onlyThere,
        int differing,
        @Nullable String failure,
        @Nullable Instant failedAt) {}
