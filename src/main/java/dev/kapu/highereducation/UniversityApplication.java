package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.participation.Withdrawal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody applies.
 *
 * @param educationId under which the application was registered; a merger may have retired it
 * @param by the partner that registered
 * @param withdrawal null while the person applies
 */
public record UniversityApplication(
        EducationId educationId,
        AdmissionRound round,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawal) {
    /** Under the ID that the person has now (K1). */
    UniversityApplication of(EducationId present) {
        return new UniversityApplication(present, round, by, at, withdrawal);
    }

    UniversityApplication with(Withdrawal withdrawn) {
        return new UniversityApplication(educationId, round, by, at, withdrawn);
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "UniversityApplication";
    }
}
