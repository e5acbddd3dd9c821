package dev.kapu.admissions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a sheet, and when.
 *
 * @param version from 1, which is what was published first
 * @param admittedTo null: not admitted
 * @param decision by which it was corrected; null in the first
 */
public record Result(
        int version,
        @Nullable StudyPlace admittedTo,
        Instant publishedAt,
        @Nullable Decision decision) {
    /**
     * @param reference of the document in which it was decided
     * @param reason in words
     */
    public record Decision(String reference, String reason) {
        /** Hazard: must not show a reason, which may name somebody. */
        @Override
        public String toString() {
            return "Decision";
        }
    }
}
