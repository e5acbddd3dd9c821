package dev.kapu.submission;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/** A certificate signs no submission of the institution any more (K20): whose program uses it needs another. */
public record SignerRevoked(UUID eventId, Instant occurredAt, String institutionCode, String fingerprint)
        implements RegistryEvent {
    @Override
    public Subject subject() {
        return Subject.ofInstitutionsOwn(institutionCode);
    }
}
