package dev.kapu.submission;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * The Office has decided about an entry that waited for its review (K2), after the submission itself was decided. It names
 * nobody: {@code getStatus} tells the ID, if one was issued.
 *
 * @param position of the entry, from 1
 */
public record SubmissionEntryDecided(
        UUID eventId, Instant occurredAt, String number, int position, String institutionCode, Outcome outcome)
        implements RegistryEvent {
    @Override
    public Subject subject() {
        return Subject.ofInstitutionsOwn(institutionCode);
    }

    /** The word of the contract. */
    public String outcomeWord() {
        return Word.of(outcome);
    }
}
