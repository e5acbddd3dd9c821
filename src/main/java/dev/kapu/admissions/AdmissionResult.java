package dev.kapu.admissions;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of an application: for the school that admits, and for the institution that teaches the applicant and
 * answers for them if the sheet was filed through an institution. No other school hears of it, nor any other institution
 * with which the applicant is affiliated (ADR 24). Of a correction an event of its own tells the school that was told
 * before (ADR 44).
 *
 * @param version 1, or more if it was corrected
 * @param admittedTo null: not admitted
 * @param noLongerAdmittedBy only it hears of this event; it was told before that it admits, and does not. Null of any other
 */
public record AdmissionResult(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String procedure,
        String sheet,
        int version,
        @Nullable StudyPlace admittedTo,
        @Nullable InstitutionCode noLongerAdmittedBy)
        implements RegistryEvent {
    static AdmissionResult of(Applicant applicant, Sheet sheet, Result result) {
        var subject = sheet.institution() == null ? withoutSchool(applicant.subject()) : applicant.subject();
        return about(subject, sheet, result, result.admittedTo(), null);
    }

    /** For the school that was told that it admits; it does not hear who does instead. */
    static AdmissionResult takenBack(Applicant applicant, Sheet sheet, Result result, InstitutionCode school) {
        return about(withoutSchool(applicant.subject()), sheet, result, null, school);
    }

    private static AdmissionResult about(
            Subject subject,
            Sheet sheet,
            Result result,
            @Nullable StudyPlace admittedTo,
            @Nullable InstitutionCode noLongerAdmittedBy) {
        var event = new AdmissionResult(
                UUID.randomUUID(),
                result.publishedAt(),
                subject,
                sheet.procedure(),
                sheet.number(),
                result.version(),
                admittedTo,
                noLongerAdmittedBy);
        return new AdmissionResult(
                event.eventId,
                event.occurredAt,
                subject.and(event.institutions()),
                event.procedure,
                event.sheet,
                event.version,
                admittedTo,
                noLongerAdmittedBy);
    }

    private static Subject withoutSchool(Subject applicant) {
        return new Subject(applicant.educationId(), Set.of(), null);
    }

    /** Empty if nobody admits and nobody answers. */
    @Override
    public String institutionCode() {
        return institutions().stream().findFirst().orElse("");
    }

    @Override
    public List<String> institutions() {
        if (noLongerAdmittedBy != null) {
            return List.of(noLongerAdmittedBy.text());
        }
        return Stream.of(admittedTo == null ? null : admittedTo.school().text(), subject.responsibleInstitution())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
