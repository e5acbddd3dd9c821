package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What institutions report, sign and take back (K16). */
@Component
public class Submissions {
    private final Tracking tracking;
    private final EntryStore entries;
    private final Intake intake;
    private final Foresights foresights;
    private final Progress progress;
    private final Lifecycle lifecycle;
    private final HeadSignatures signatures;

    Submissions(
            Tracking tracking,
            EntryStore entries,
            Intake intake,
            Foresights foresights,
            Progress progress,
            Lifecycle lifecycle,
            HeadSignatures signatures) {
        this.tracking = tracking;
        this.entries = entries;
        this.intake = intake;
        this.foresights = foresights;
        this.progress = progress;
        this.lifecycle = lifecycle;
        this.signatures = signatures;
    }

    /**
     * Takes a submission in and refuses at once what cannot be accepted; one that needs no signature is accepted at once.
     * What the Office enters from a signed form that was filled by hand is authenticated by that form (K19).
     *
     * @param all read once, a few at a time: there may be many
     * @param signature the head's, see {@link #sign}; null if a sheet is to be signed. It is verified and kept also where
     *     none is needed
     * @return the first one, if the institution sent the same content before and it is still open
     * @throws FaultException {@code Client.Submission.TooManyEntries}, {@code AllOrNothingDiffers}, or as {@link #sign}
     */
    @Transactional
    public Submission submit(Order order, Iterator<Entry> all, byte @Nullable [] signature, Reach reach) {
        Office.requireMaySubmit(reach, order);
        var taken = intake.take(order, all);
        return taken.first()
                ? settled(taken.submission(), signature, order.by(), reach)
                : again(taken.submission(), signature, order.by());
    }

    /** What {@link #submit} would find; stores nothing. */
    @Transactional(readOnly = true)
    public List<EntryOutcome> validate(Order order, List<Entry> all, Reach reach) {
        Office.requireMayAsk(reach, order.institution());
        var verdicts = foresights.begin(order).of(all);
        return IntStream.range(0, all.size())
                .mapToObj(i -> EntryOutcome.of(i + 1, all.get(i), verdicts.get(i)))
                .toList();
    }

    /**
     * Authenticates without paper (K20).
     *
     * @param signature the head's over the canonical form: CMS, detached, DER, with the time of signing
     * @throws FaultException {@code Client.Submission.SignatureInvalid}, {@code SignerUnknown}, {@code SignatureNotRecent},
     *     {@code SignatureUsed}, {@code WrongState}
     */
    @Transactional
    public Submission sign(String number, byte[] signature, String by, Reach reach) {
        return authenticated(tracking.lock(number, reach), signature, by);
    }

    /** @throws FaultException {@code Client.Submission.WrongState} once it is decided */
    @Transactional
    public Submission withdraw(String number, String by, Reach reach) {
        return progress.close(tracking.lock(number, reach), Step.WITHDRAW, by, null);
    }

    private Submission settled(Submission submission, byte @Nullable [] signature, String by, Reach reach) {
        boolean hopeless = !entries.has(submission.number(), Outcome.PENDING)
                || (submission.allOrNothing() && submission.failed() > 0);
        var verified = signature == null ? null : signatures.verify(submission, signature);
        if (hopeless) {
            return progress.close(submission, Step.REFUSE, Transition.HUB, Transition.Reason.ENTRIES);
        }
        if (verified != null) {
            signatures.keep(submission, verified);
        }
        if (!lifecycle.needsSignature(submission.form())) {
            return progress.accept(submission, Transition.HUB);
        }
        if (Office.is(reach)) {
            return progress.authenticate(submission, by, Transition.Reason.SIGNED_FORM);
        }
        return verified == null ? submission : progress.authenticate(submission, by, null);
    }

    /** The transaction holds it locked, and it is open. */
    private Submission again(Submission submission, byte @Nullable [] signature, String by) {
        if (signature == null || signatures.isKept(submission, signature)) {
            return submission;
        }
        return authenticated(submission, signature, by);
    }

    private Submission authenticated(Submission submission, byte[] signature, String by) {
        if (submission.state() != State.RECEIVED) {
            throw new FaultException(Fault.SUBMISSION_STATE, Word.of(submission.state()));
        }
        lifecycle.after(submission.form(), submission.state(), Step.AUTHENTICATE);
        signatures.keep(submission, signatures.verify(submission, signature));
        return progress.authenticate(submission, by, null);
    }
}
