package dev.kapu.submission;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/** A submission was authenticated, decided or withdrawn (K16): its institution need not ask. It is about no person. */
public record SubmissionStateChanged(
        UUID eventId, Instant occurredAt, String number, Form form, String institutionCode, State state)
        implements RegistryEvent {
    @Override
    public Subject subject() {
        return Subject.ofInstitutionsOwn(institutionCode);
    }

    /** The word of the contract. */
    public String stateWord() {
        return Word.of(state);
    }
}
