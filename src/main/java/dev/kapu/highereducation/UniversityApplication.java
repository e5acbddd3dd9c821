package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.time.Instant;

/**
 * Somebody applies.
 *
 * @param educationId under which the application was registered; a merger may have retired it
 * @param by the partner that registered
 */
public record UniversityApplication(EducationId educationId, AdmissionRound round, String by, Instant at) {
    /** Under the ID that the person has now (K1). */
    UniversityApplication of(EducationId present) {
        return new UniversityApplication(present, round, by, at);
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "UniversityApplication";
    }
}
