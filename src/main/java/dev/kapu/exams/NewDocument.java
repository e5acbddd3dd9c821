package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import java.time.LocalDate;
import java.util.List;

/** What an exam has ended in; institution and name are known already (K24). */
public record NewDocument(
        EducationId educationId,
        String number,
        DocumentKind kind,
        ExamSession session,
        ExamType type,
        LocalDate issuedOn,
        List<ExamResult> results) {
    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "NewDocument";
    }
}
