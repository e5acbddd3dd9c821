package dev.kapu.submission;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/** The head of an institution can sign its submissions with another certificate (K20). It does not say whose it is. */
public record SignerRegistered(UUID eventId, Instant occurredAt, String institutionCode, String fingerprint)
        implements RegistryEvent {
    @Override
    public Subject subject() {
        return Subject.ofInstitutionsOwn(institutionCode);
    }
}
