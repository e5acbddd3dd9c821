package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.history.Authorship;
import dev.kapu.registry.movement.MovementReports;
import dev.kapu.registry.movement.ReEntry;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the entries of a submission take effect, a few at a time within one transaction. All or nothing: one failure takes
 * back the rest to a savepoint, and what failed is kept. Who would wait for a review fails as well: nobody knows how it
 * ends.
 */
@Component
class Acceptance {
    private final EntryStore entries;
    private final Assessment assessment;
    private final Registrations registrations;
    private final Amendments amendments;
    private final MovementReports movements;
    private final AcceptanceLocks locks;
    private final Authorship authorship;
    private final TransactionTemplate savepoint;

    Acceptance(
            EntryStore entries,
            Assessment assessment,
            Registrations registrations,
            Amendments amendments,
            MovementReports movements,
            AcceptanceLocks locks,
            Authorship authorship,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.assessment = assessment;
        this.registrations = registrations;
        this.amendments = amendments;
        this.movements = movements;
        this.locks = locks;
        this.authorship = authorship;
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * The history names the institution that reported, besides the partner whose message carries it out.
     *
     * @return whether anything took effect or waits for review
     */
    boolean carryOut(Submission submission) {
        authorship.reportedBy(submission.institution(), submission.receivedAt());
        locks.take(submission);
        var failed = new ArrayList<StoredEntry>();
        savepoint.executeWithoutResult(status -> {
            entries.each(submission.number(), page -> {
                var decided = decide(submission, pending(page));
                entries.decide(submission.number(), decided);
                if (submission.allOrNothing()) {
                    decided.stream()
                            .filter(entry -> entry.verdict().outcome().isFailure())
                            .map(StoredEntry::withoutData)
                            .forEach(failed::add);
                }
            });
            if (!failed.isEmpty()) {
                status.setRollbackOnly();
            }
        });
        if (!failed.isEmpty()) {
            Chunks.each(failed.iterator(), page -> entries.decide(submission.number(), page));
            return false;
        }
        return entries.has(
                submission.number(), Outcome.REGISTERED, Outcome.AMENDED, Outcome.RECORDED, Outcome.IN_REVIEW);
    }

    private static List<StoredEntry> pending(List<StoredEntry> page) {
        return page.stream().filter(StoredEntry::isPending).toList();
    }

    private List<StoredEntry> decide(Submission submission, List<StoredEntry> page) {
        var order = new Order(
                submission.form(), submission.institution(), submission.allOrNothing(), submission.submittedBy());
        var decided = new ArrayList<StoredEntry>();
        var good = new ArrayList<StoredEntry>();
        var people = new ArrayList<Registrations.Entry>();
        var read = page.stream()
                .map(stored -> EntryReader.read(submission.form(), submission.institution(), stored.data()))
                .toList();
        var checked = assessment.check(order, read);
        for (int i = 0; i < page.size(); i++) {
            var stored = page.get(i);
            var entry = read.get(i);
            var verdict = checked.get(i);
            if (verdict.outcome() != Outcome.PENDING) {
                decided.add(stored.with(verdict));
            } else if (entry instanceof Entry.Registration registration) {
                good.add(stored);
                people.add(new Registrations.Entry(registration.person(), registration.affiliation()));
            } else if (entry instanceof Entry.Change change) {
                decided.add(stored.with(amended(submission, change)));
            } else if (entry instanceof Entry.Movement movement) {
                decided.add(stored.with(moved(submission, movement)));
            }
        }
        var outcomes = people.isEmpty() ? List.<RegistrationOutcome>of() : registrations.registerAll(people);
        for (int i = 0; i < good.size(); i++) {
            decided.add(good.get(i).with(verdict(submission, outcomes.get(i))));
        }
        return decided;
    }

    private static Verdict verdict(Submission submission, RegistrationOutcome outcome) {
        if (outcome instanceof RegistrationOutcome.Registered registered) {
            return new Verdict(Outcome.REGISTERED, registered.educationId(), null, List.of());
        }
        if (outcome instanceof RegistrationOutcome.InReview waits) {
            return submission.allOrNothing()
                    ? Verdict.ALIKE_HELD
                    : new Verdict(Outcome.IN_REVIEW, null, waits.review(), List.of());
        }
        return Verdict.ALREADY_REGISTERED;
    }

    private Verdict amended(Submission submission, Entry.Change change) {
        var amendment = change.amendment();
        return tried(
                () -> {
                    amendments.amend(amendment, amendment.reach(submission.institution()));
                    return new Verdict(Outcome.AMENDED, amendment.educationId(), null, List.of());
                },
                finding -> finding);
    }

    private Verdict moved(Submission submission, Entry.Movement movement) {
        var report = movement.report();
        return tried(
                () -> {
                    var reEntry = movements.carryOut(report, submission.institution());
                    var warnings = reEntry.map(Acceptance::warning).stream().toList();
                    return new Verdict(Outcome.RECORDED, report.educationId(), null, warnings);
                },
                finding -> MovementFields.of(report, finding));
    }

    /** K15: the day stands where a finding has its field, as {@code OPEN_ELSEWHERE} has the other submission there. */
    private static Finding warning(ReEntry back) {
        var amendBy = back.amendBy();
        return amendBy == null
                ? new Finding(back.left().toString(), Fault.RETURNED)
                : new Finding(amendBy.toString(), Fault.RETURNED_LATE);
    }

    /** A refusal of one entry must not spoil the transaction of the others. */
    private Verdict tried(Supplier<Verdict> change, UnaryOperator<Finding> named) {
        try {
            return Objects.requireNonNull(savepoint.execute(status -> change.get()));
        } catch (FaultException no) {
            if (no.fault().category() != Fault.Category.DATA) {
                throw no;
            }
            return Verdict.refused(List.of(named.apply(Finding.of(no, "educationId"))));
        }
    }
}
