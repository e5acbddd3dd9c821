package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param said null for a number that was withdrawn before its message came
 * @param reason code of a fault; null unless parked
 */
public record KeptMessage(
        EducationId educationId,
        int number,
        @Nullable StaffMessage said,
        Instant receivedAt,
        MessageState state,
        @Nullable String reason) {

    /** What counts: nothing once it is withdrawn. */
    Optional<StaffMessage> counting() {
        return state == MessageState.WITHDRAWN ? Optional.empty() : Optional.ofNullable(said);
    }

    KeptMessage now(MessageState to, @Nullable String because) {
        return new KeptMessage(educationId, number, said, receivedAt, to, because);
    }

    /** Hazard: must not show whom it is about, or it would reach a log line. */
    @Override
    public String toString() {
        return "KeptMessage";
    }
}
