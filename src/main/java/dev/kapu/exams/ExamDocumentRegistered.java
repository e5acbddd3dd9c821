package dev.kapu.exams;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An exam has given a document, or one was corrected or annulled.
 *
 * @param institutionCode at which the exam was taken
 * @param version 1, or more if it was corrected
 */
public record ExamDocumentRegistered(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String documentNumber,
        DocumentKind kind,
        int version)
        implements RegistryEvent {
    @Override
    public List<String> institutions() {
        return institutionAndAnswering();
    }
}
