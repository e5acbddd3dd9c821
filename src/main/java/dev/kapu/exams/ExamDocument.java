package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, extract or statement, as one of its versions has it; earlier versions are kept.
 *
 * @param educationId under which it was registered; a merger may have retired it
 * @param name that stands on it: borne when it was registered (K4), unless a decision has corrected it
 */
public record ExamDocument(
        String number,
        DocumentKind kind,
        EducationId educationId,
        ExamSession session,
        ExamType type,
        InstitutionCode institution,
        PersonName name,
        Instant registeredAt,
        Version version,
        List<ExamResult> results) {
    /**
     * @param number from 1, which is the document as registered
     * @param valid false: annulled
     * @param reference of the decision by which it was corrected; null in the first
     * @param reason in words; null in the first
     */
    public record Version(
            int number,
            boolean valid,
            LocalDate issuedOn,
            @Nullable String reference,
            @Nullable String reason,
            String by,
            Instant at) {}

    /** Under the ID that the person has now (K1). */
    ExamDocument of(EducationId present) {
        return new ExamDocument(
                number, kind, present, session, type, institution, name, registeredAt, version, results);
    }

    ExamDocument corrected(Version to, Correction.Right right) {
        return new ExamDocument(
                number,
                kind,
                educationId,
                right.session() == null ? session : right.session(),
                right.type() == null ? type : right.type(),
                right.institution() == null ? institution : right.institution(),
                right.name() == null ? name : right.name(),
                registeredAt,
                to,
                right.results().isEmpty() ? results : right.results());
    }

    boolean saysTheSameAs(ExamDocument other) {
        return session.equals(other.session)
                && type == other.type
                && institution.equals(other.institution)
                && name.equals(other.name)
                && version.issuedOn().equals(other.version.issuedOn())
                && Set.copyOf(results).equals(Set.copyOf(other.results));
    }

    /** Hazard: must not show whom it is about. */
    @Override
    public String toString() {
        return "ExamDocument";
    }
}
