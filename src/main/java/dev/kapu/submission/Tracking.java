package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far submissions have come (K16). An institution sees its own, the Office all; to others an unknown number and one
 * out of reach are alike: {@code Client.Submission.NotFound}.
 */
@Component
public class Tracking {
    private static final int MOST = 1000;

    private final SubmissionStore store;
    private final EntryStore entries;
    private final Lifecycle lifecycle;

    Tracking(SubmissionStore store, EntryStore entries, Lifecycle lifecycle) {
        this.store = store;
        this.entries = entries;
        this.lifecycle = lifecycle;
    }

    public Submission find(String number, Reach reach) {
        return store.find(number, reach).orElseThrow(() -> new FaultException(Fault.SUBMISSION_NOT_FOUND));
    }

    /** As {@link #find}, within the caller's transaction; nobody else changes it until that ends. */
    Submission lock(String number, Reach reach) {
        return store.lock(number, reach).orElseThrow(() -> new FaultException(Fault.SUBMISSION_NOT_FOUND));
    }

    /** @param before only those with lower numbers; the latest come first, at most 1000 */
    public List<Submission> list(
            @Nullable String institution, @Nullable State state, @Nullable String before, Reach reach) {
        var within = reach.institution();
        if (within != null && institution != null && !within.equals(institution)) {
            return List.of();
        }
        return store.list(within == null ? institution : within, state, before, MOST);
    }

    /** @param from position, from 1 */
    public List<EntryOutcome> outcomes(String number, int from, int limit, Reach reach) {
        var submission = find(number, reach);
        return entries.page(number, from, Math.min(limit, MOST)).stream()
                .map(entry -> outcome(submission, entry))
                .toList();
    }

    private static EntryOutcome outcome(Submission submission, StoredEntry stored) {
        var entry = EntryReader.read(submission.form(), submission.institution(), stored.data());
        return EntryOutcome.of(stored.position(), entry, stored.verdict()).of(entry.reported());
    }

    public List<Transition> history(String number, Reach reach) {
        return store.transitions(find(number, reach).number());
    }

    /** What happens next, and who is to act; empty if nothing. */
    public List<PathStep> path(String number, Reach reach) {
        var submission = find(number, reach);
        return FurtherPath.of(
                submission,
                lifecycle.needsSignature(submission.form()),
                entries.has(number, Outcome.IN_REVIEW),
                entries.has(number, Outcome.ALREADY_REGISTERED));
    }

    /** Writes the canonical form (K20), whose SHA-256 is the submission's hash. */
    @Transactional(readOnly = true)
    public void writeCanonicalForm(String number, Reach reach, OutputStream out) {
        var submission = find(number, reach);
        var form = CanonicalForm.begin(submission, out);
        entries.each(number, page -> page.forEach(entry -> form.add(entry.data())));
        form.end();
    }
}
