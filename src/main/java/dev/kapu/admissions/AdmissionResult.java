package dev.kapu.admissions;

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
 * with which the applicant is affiliated (ADR 24).
 *
 * @param admittedTo null: not admitted
 */
public record AdmissionResult(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String procedure,
        String sheet,
        @Nullable StudyPlace admittedTo)
        implements RegistryEvent {
    static AdmissionResult of(Applicant applicant, Sheet sheet, Result result) {
        var event = new AdmissionResult(
                UUID.randomUUID(),
                result.publishedAt(),
                sheet.institution() == null ? withoutSchool(applicant.subject()) : applicant.subject(),
                sheet.procedure(),
                sheet.number(),
                result.admittedTo());
        return new AdmissionResult(
                event.eventId,
                event.occurredAt,
                event.subject.and(event.institutions()),
                event.procedure,
                event.sheet,
                event.admittedTo);
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
        return Stream.of(admittedTo == null ? null : admittedTo.school().text(), subject.responsibleInstitution())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
