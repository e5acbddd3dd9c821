package dev.kapu.registry.registration;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody may be somebody else (K2): the Office is to look. It names nobody; {@code listReviews} shows who is in question.
 *
 * @param institutionCode which reported, or whose amendment raised the question; empty if none did
 */
public record ReviewOpened(UUID eventId, Instant occurredAt, UUID review, String institutionCode)
        implements RegistryEvent {
    @Override
    public Subject subject() {
        return Subject.ofInstitution(institutionCode);
    }
}
