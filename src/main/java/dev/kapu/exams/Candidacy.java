package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.participation.Withdrawal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to take an exam.
 *
 * @param educationId under which the person was registered; a merger may have retired it
 * @param institution at which the exam is taken
 * @param name borne when registered
 * @param by the partner that registered
 * @param withdrawal null while the person is to take the exam
 */
public record Candidacy(
        EducationId educationId,
        ExamSession session,
        ExamType type,
        InstitutionCode institution,
        PersonName name,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawal) {
    /** Under the ID that the person has now (K1). */
    Candidacy of(EducationId present) {
        return new Candidacy(present, session, type, institution, name, by, at, withdrawal);
    }

    Candidacy with(Withdrawal withdrawn) {
        return new Candidacy(educationId, session, type, institution, name, by, at, withdrawn);
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "Candidacy";
    }
}
