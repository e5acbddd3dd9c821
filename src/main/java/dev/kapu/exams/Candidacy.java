package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import java.time.Instant;

/**
 * Somebody is to take an exam.
 *
 * @param educationId under which the person was registered; a merger may have retired it
 * @param institution at which the exam is taken
 * @param name borne when registered
 * @param by the partner that registered
 */
public record Candidacy(
        EducationId educationId,
        ExamSession session,
        ExamType type,
        InstitutionCode institution,
        PersonName name,
        String by,
        Instant at) {
    /** Under the ID that the person has now (K1). */
    Candidacy of(EducationId present) {
        return new Candidacy(present, session, type, institution, name, by, at);
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "Candidacy";
    }
}
