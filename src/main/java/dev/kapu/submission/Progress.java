package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a submission that the transaction holds locked, keeps the step and tells it. */
@Component
class Progress {
    private final SubmissionStore store;
    private final EntryStore entries;
    private final Acceptance acceptance;
    private final Lifecycle lifecycle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Progress(
            SubmissionStore store,
            EntryStore entries,
            Acceptance acceptance,
            Lifecycle lifecycle,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.acceptance = acceptance;
        this.lifecycle = lifecycle;
        this.events = events;
        this.clock = clock;
    }

    Submission authenticate(Submission submission, String by, Transition.@Nullable Reason reason) {
        lifecycle.after(submission.form(), submission.state(), Step.AUTHENTICATE);
        requireUnaltered(submission);
        return moved(submission, Step.AUTHENTICATE, by, reason);
    }

    Submission accept(Submission submission, String by) {
        lifecycle.after(submission.form(), submission.state(), Step.ACCEPT);
        requireUnaltered(submission);
        return acceptance.carryOut(submission)
                ? moved(submission, Step.ACCEPT, by, null)
                : close(submission, Step.REFUSE, by, Transition.Reason.ENTRIES);
    }

    Submission close(Submission submission, Step step, String by, Transition.@Nullable Reason reason) {
        lifecycle.after(submission.form(), submission.state(), step);
        entries.leavePending(submission.number(), Outcome.NOT_DONE);
        return moved(submission, step, by, reason);
    }

    private Submission moved(Submission submission, Step step, String by, Transition.@Nullable Reason reason) {
        var next = lifecycle.after(submission.form(), submission.state(), step);
        var now = clock.instant();
        store.add(submission.number(), new Transition(now, by, submission.state(), next, reason));
        events.publishEvent(new SubmissionStateChanged(
                UUID.randomUUID(),
                now,
                submission.number(),
                submission.form(),
                submission.institution().text(),
                next));
        return store.find(submission.number(), Office.REACH).orElseThrow();
    }

    private void requireUnaltered(Submission submission) {
        var hash = CanonicalForm.Hash.of(submission);
        entries.each(submission.number(), page -> page.forEach(entry -> hash.add(entry.data())));
        if (!hash.hex().equals(submission.hash())) {
            throw new FaultException(Fault.SUBMISSION_MISMATCH);
        }
    }
}
