package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param said null for a number that was withdrawn before its message came
 * @param reason code of a fault; null unless parked
 * @param identified whether it was ever found to be about the person: it stays so whatever birth date the registry is told later
 */
public record KeptMessage(
        EducationId educationId,
        int number,
        @Nullable StaffMessage said,
        Instant receivedAt,
        MessageState state,
        @Nullable String reason,
        boolean identified) {

    /** What counts: nothing once it is withdrawn. */
    Optional<StaffMessage> counting() {
        return state == MessageState.WITHDRAWN ? Optional.empty() : Optional.ofNullable(said);
    }

    KeptMessage now(MessageState to, @Nullable String because) {
        boolean isNobodys = Fault.PERSON_NOT_FOUND.code().equals(because);
        return new KeptMessage(educationId, number, said, receivedAt, to, because, identified || !isNobodys);
    }

    /** Hazard: must not show whom it is about, or it would reach a log line. */
    @Override
    public String toString() {
        return "KeptMessage";
    }
}
