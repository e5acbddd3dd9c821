package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What institutions report, and what becomes of it (K16). An institution sees its own, the Office all; to others an
 * unknown number and one out of reach are alike: {@code Client.Submission.NotFound}.
 */
@Component
public class Submissions {
    private static final int MOST = 1000;

    private final SubmissionStore store;
    private final EntryStore entries;
    private final Intake intake;
    private final Assessment assessment;
    private final Acceptance acceptance;
    private final Lifecycle lifecycle;
    private final HeadSignatures signatures;
    private final Clock clock;

    Submissions(
            SubmissionStore store,
            EntryStore entries,
            Intake intake,
            Assessment assessment,
            Acceptance acceptance,
            Lifecycle lifecycle,
            HeadSignatures signatures,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.intake = intake;
        this.assessment = assessment;
        this.acceptance = acceptance;
        this.lifecycle = lifecycle;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * Takes a submission in and refuses at once what cannot be accepted; one that needs no signature is accepted at once.
     *
     * @param all read once, a few at a time: there may be many
     * @param signature the head's, see {@link #sign}; null if a sheet is to be signed
     * @return the first one, if the institution sent the same content before and it is still open
     * @throws FaultException {@code Client.Submission.TooManyEntries}, {@code SignatureInvalid} or {@code SignerUnknown}
     */
    @Transactional
    public Submission submit(Order order, Iterator<Entry> all, byte @Nullable [] signature, Reach reach) {
        Office.requireSpeaksFor(reach, order.institution());
        var taken = intake.take(order, all);
        var submission = taken.submission();
        if (taken.first()) {
            submission = settled(submission);
        }
        if (signature != null && submission.state() == State.RECEIVED) {
            return authenticated(submission, signature, order.by());
        }
        return submission;
    }

    /** What {@link #submit} would find; stores nothing. */
    @Transactional(readOnly = true)
    public List<EntryOutcome> validate(Order order, List<Entry> all, Reach reach) {
        Office.requireSpeaksFor(reach, order.institution());
        var verdicts = assessment.foresee(order, all);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new EntryOutcome(
                        i + 1,
                        all.get(i).reference(),
                        verdicts.get(i).outcome(),
                        null,
                        verdicts.get(i).findings()))
                .toList();
    }

    public Submission find(String number, Reach reach) {
        return found(store.find(number, reach));
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
                .map(entry -> new EntryOutcome(
                        entry.position(),
                        EntryReader.read(submission.form(), submission.institution(), entry.data())
                                .reference(),
                        entry.verdict().outcome(),
                        entry.verdict().educationId(),
                        entry.verdict().findings()))
                .toList();
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
        var form = CanonicalForm.begin(submission.form(), submission.institution(), out);
        entries.each(number, page -> page.forEach(entry -> form.add(entry.data())));
        form.end();
    }

    /**
     * Authenticates without paper (K20).
     *
     * @param signature the head's over the canonical form: CMS, detached, DER
     * @throws FaultException {@code Client.Submission.SignatureInvalid}, {@code SignerUnknown}, {@code WrongState}
     */
    @Transactional
    public Submission sign(String number, byte[] signature, String by, Reach reach) {
        return authenticated(found(store.lock(number, reach)), signature, by);
    }

    /** @throws FaultException {@code Client.Submission.WrongState} once it is decided */
    @Transactional
    public Submission withdraw(String number, String by, Reach reach) {
        return closed(found(store.lock(number, reach)), Step.WITHDRAW, by, null);
    }

    /**
     * For the Office: a signed sheet came, and its code was scanned.
     *
     * @throws FaultException {@code Client.Submission.BarcodeInvalid}; {@code Mismatch} if it does not fit the data
     */
    @Transactional
    public Submission confirm(String scanned, String by, Reach reach) {
        Office.require(reach);
        var barcode = Barcode.scanned(scanned);
        var submission = found(store.lock(barcode.number(), reach));
        if (!barcode.fits(submission)) {
            throw new FaultException(Fault.SUBMISSION_MISMATCH, "barcode");
        }
        requireUnaltered(submission);
        return moved(submission, Step.AUTHENTICATE, by, null);
    }

    /**
     * For the Office: the data take effect, and IDs are issued. If nothing can take effect, the submission is refused.
     *
     * @throws FaultException {@code Client.Submission.WrongState}; {@code Mismatch} if the stored data were altered
     */
    @Transactional
    public Submission accept(String number, String by, Reach reach) {
        Office.require(reach);
        return accepted(found(store.lock(number, reach)), by);
    }

    /** For the Office. */
    @Transactional
    public Submission refuse(String number, Transition.Reason reason, String by, Reach reach) {
        Office.require(reach);
        return closed(found(store.lock(number, reach)), Step.REFUSE, by, reason);
    }

    private Submission settled(Submission submission) {
        boolean hopeless = !entries.has(submission.number(), Outcome.PENDING)
                || (submission.allOrNothing() && submission.failed() > 0);
        if (hopeless) {
            return closed(submission, Step.REFUSE, Transition.HUB, Transition.Reason.ENTRIES);
        }
        return lifecycle.needsSignature(submission.form()) ? submission : accepted(submission, Transition.HUB);
    }

    private Submission authenticated(Submission submission, byte[] signature, String by) {
        lifecycle.after(submission.form(), submission.state(), Step.AUTHENTICATE);
        signatures.verifyAndKeep(submission, signature);
        return moved(submission, Step.AUTHENTICATE, by, null);
    }

    private Submission accepted(Submission submission, String by) {
        lifecycle.after(submission.form(), submission.state(), Step.ACCEPT);
        requireUnaltered(submission);
        return acceptance.carryOut(submission)
                ? moved(submission, Step.ACCEPT, by, null)
                : closed(submission, Step.REFUSE, by, Transition.Reason.ENTRIES);
    }

    private Submission closed(Submission submission, Step step, String by, Transition.@Nullable Reason reason) {
        lifecycle.after(submission.form(), submission.state(), step);
        entries.leavePending(submission.number(), Outcome.NOT_DONE);
        return moved(submission, step, by, reason);
    }

    private Submission moved(Submission submission, Step step, String by, Transition.@Nullable Reason reason) {
        var next = lifecycle.after(submission.form(), submission.state(), step);
        store.add(submission.number(), new Transition(clock.instant(), by, submission.state(), next, reason));
        return store.find(submission.number(), Office.REACH).orElseThrow();
    }

    private void requireUnaltered(Submission submission) {
        var hash = new CanonicalForm.Hash(submission.form(), submission.institution());
        entries.each(submission.number(), page -> page.forEach(entry -> hash.add(entry.data())));
        if (!hash.hex().equals(submission.hash())) {
            throw new FaultException(Fault.SUBMISSION_MISMATCH);
        }
    }

    private static Submission found(Optional<Submission> submission) {
        return submission.orElseThrow(() -> new FaultException(Fault.SUBMISSION_NOT_FOUND));
    }
}
