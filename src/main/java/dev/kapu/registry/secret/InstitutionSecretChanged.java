package dev.kapu.registry.secret;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What the institution signs in with is another from now on (K18, W5). Hazard: it must never hold the secret. */
public record InstitutionSecretChanged(UUID eventId, Instant occurredAt, String institutionCode, Change change)
        implements RegistryEvent {
    public enum Change {
        /** A new one was asked for: the old one has stopped, and a letter waits for the Office. */
        REQUESTED,
        /** A new one was made, and any old one has stopped. */
        ISSUED
    }

    @Override
    public Subject subject() {
        return Subject.ofInstitutionsOwn(institutionCode);
    }

    /** The word of the contract. */
    public String changeWord() {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
