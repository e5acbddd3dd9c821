package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
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

    /**
     * Writes a part of the canonical form (K20); the SHA-256 of all parts joined is the submission's hash.
     *
     * @param from position of an entry; the first, and what comes before it, if 1
     * @param most so many bytes, and perhaps one entry more
     * @return the position where the next part begins; empty if this is the last
     * @throws FaultException {@code Client.Message.Invalid} if there is no such entry
     */
    @Transactional(readOnly = true)
    public OptionalInt writeCanonicalForm(String number, int from, int most, Reach reach, OutputStream out) {
        var submission = find(number, reach);
        if (from < 1 || from > submission.entries()) {
            throw new FaultException(Fault.INVALID, "fromPosition");
        }
        var form = from == 1 ? CanonicalForm.begin(submission, out) : CanonicalForm.after(submission, out);
        int written = 0;
        for (var pages = entries.pages(number, from).iterator(); pages.hasNext(); ) {
            var page = pages.next();
            for (var entry : page) {
                if (written > most) {
                    return OptionalInt.of(entry.position());
                }
                var canonical = CanonicalForm.canonical(entry.data());
                form.add(canonical);
                written += canonical.length;
            }
        }
        form.end();
        return OptionalInt.empty();
    }
}
