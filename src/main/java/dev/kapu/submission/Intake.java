package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what comes in, once: the same content of an institution, while the first is open, is the first (K16). */
@Component
class Intake {
    private final SubmissionStore submissions;
    private final EntryStore entries;
    private final Foresights foresights;
    private final SubmissionProperties properties;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    Intake(
            SubmissionStore submissions,
            EntryStore entries,
            Foresights foresights,
            SubmissionProperties properties,
            PlatformTransactionManager transactions,
            Clock clock,
            ZoneId calendarZone) {
        this.submissions = submissions;
        this.entries = entries;
        this.foresights = foresights;
        this.properties = properties;
        this.clock = clock.withZone(calendarZone);
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param first whether it is stored now, and not earlier */
    record Taken(Submission submission, boolean first) {}

    /** @throws FaultException {@code Client.Submission.TooManyEntries} */
    Taken take(Order order, Iterator<Entry> all) {
        var now = clock.instant();
        var number =
                submissions.nextNumber(LocalDate.ofInstant(now, clock.getZone()).getYear());
        var earlier = savepoint.execute(status -> {
            var found = store(order, all, number, now);
            if (found.isPresent()) {
                status.setRollbackOnly();
            }
            return found;
        });
        return earlier.map(submission -> new Taken(submission, false))
                .orElseGet(
                        () -> new Taken(submissions.find(number, Office.REACH).orElseThrow(), true));
    }

    /** @return the first with this content, if this is not it; locked */
    private Optional<Submission> store(Order order, Iterator<Entry> all, String number, Instant now) {
        var foresight = foresights.begin(order);
        var hash = new CanonicalForm.Hash(order.form(), order.institution(), order.allOrNothing());
        var otherwise = new CanonicalForm.Hash(order.form(), order.institution(), !order.allOrNothing());
        var count = new int[1];
        Chunks.each(all, page -> {
            var verdicts = foresight.of(page);
            var stored = new ArrayList<StoredEntry>(page.size());
            for (int i = 0; i < page.size(); i++) {
                var json = EntryJson.write(page.get(i));
                var canonical = CanonicalForm.canonical(json);
                hash.add(canonical);
                otherwise.add(canonical);
                stored.add(new StoredEntry(++count[0], json, verdicts.get(i)));
            }
            entries.insert(number, stored, foresight.keys(page));
        });
        requireCount(order, count[0]);
        var hex = hash.hex();
        var first = firstWith(order, hex, otherwise.hex());
        if (first.isEmpty()) {
            submissions.insert(new Submission(
                    number,
                    order.institution(),
                    order.form(),
                    order.allOrNothing(),
                    State.RECEIVED,
                    now,
                    order.by(),
                    now,
                    count[0],
                    0,
                    CanonicalForm.EDITION,
                    hex));
            submissions.add(number, new Transition(now, order.by(), null, State.RECEIVED, null));
        }
        return first;
    }

    private Optional<Submission> firstWith(Order order, String hash, String otherwise) {
        submissions.lockContent(order.institution(), order.allOrNothing() ? otherwise : hash);
        if (submissions.lockOpen(order.institution(), otherwise).isPresent()) {
            throw new FaultException(Fault.ALL_OR_NOTHING_DIFFERS, "allOrNothing");
        }
        return submissions.lockOpen(order.institution(), hash);
    }

    private void requireCount(Order order, int count) {
        if (count == 0) {
            throw new FaultException(Fault.INVALID, "entry");
        }
        if (order.form().printsAllData() && count > properties.printedEntries()) {
            throw new FaultException(Fault.SUBMISSION_TOO_LONG, "entry");
        }
    }
}
