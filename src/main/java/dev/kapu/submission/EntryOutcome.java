package dev.kapu.submission;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param position from 1
 * @param educationId of who was registered, or whom the entry names, held or not: so it is on the record of the answer
 * @param reported null where the answer goes to who has just sent it
 * @param findings what is wrong; of one that is pending or took effect, what is to be looked at
 */
public record EntryOutcome(
        int position,
        @Nullable String reference,
        Outcome outcome,
        @Nullable EducationId educationId,
        @Nullable Reported reported,
        List<Finding> findings) {
    static EntryOutcome of(int position, Entry entry, StoredEntry.Verdict verdict) {
        var id = verdict.educationId();
        return new EntryOutcome(
                position,
                entry.reference(),
                verdict.outcome(),
                id == null ? entry.named() : id,
                null,
                verdict.findings());
    }

    EntryOutcome of(Reported whom) {
        return new EntryOutcome(position, reference, outcome, educationId, whom, findings);
    }
}
