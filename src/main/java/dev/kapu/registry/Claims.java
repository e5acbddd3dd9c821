package dev.kapu.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody says about a person; only what is given is compared. */
public record Claims(
        @Nullable ClaimedName name,
        @Nullable ClaimedName birthName,
        @Nullable String birthPlace,
        @Nullable LocalDate birthDate) {

    public record ClaimedName(
            @Nullable String family, @Nullable String given) {}

    /** Hazard: must not show what was said, or it would reach a log line. */
    @Override
    public String toString() {
        return "Claims";
    }
}
