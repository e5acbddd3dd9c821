package dev.kapu.funding;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Funding's request that an institution be inspected (K22), and what came of it.
 *
 * @param closedAt null while it is open, as the finding is
 */
public record Inspection(
        long number,
        InstitutionCode institution,
        @Nullable LocalDate referenceDate,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant closedAt,
        @Nullable String finding) {
    /** Hazard: reason and finding are free texts and must not reach a log line. */
    @Override
    public String toString() {
        return "Inspection " + number;
    }
}
