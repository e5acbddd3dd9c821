package dev.kapu.submission;

import dev.kapu.registry.amendment.AmendmentLocks;
import dev.kapu.registry.movement.MovementReports;
import dev.kapu.registry.registration.Registrations;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes all that a submission will need before its first entry takes effect: two submissions that name the same persons
 * in another order would else wait for each other.
 */
@Component
class AcceptanceLocks {
    private final EntryStore entries;
    private final Registrations registrations;
    private final AmendmentLocks amendments;
    private final MovementReports movements;

    AcceptanceLocks(
            EntryStore entries, Registrations registrations, AmendmentLocks amendments, MovementReports movements) {
        this.entries = entries;
        this.registrations = registrations;
        this.amendments = amendments;
        this.movements = movements;
    }

    void take(Submission submission) {
        switch (submission.form().purpose()) {
            case REGISTRATION ->
                registrations.lockAll(pages(submission, Entry.Registration.class)
                        .flatMap(page -> page.map(Entry.Registration::person)));
            case AMENDMENT ->
                amendments.take(() -> pages(submission, Entry.Change.class)
                        .map(page -> page.map(Entry.Change::amendment).toList()));
            case AFFILIATION ->
                movements.lockAll(
                        pages(submission, Entry.Movement.class).flatMap(page -> page.map(Entry.Movement::report)));
        }
    }

    private <T extends Entry> Stream<Stream<T>> pages(Submission submission, Class<T> type) {
        return entries.pages(submission.number())
                .map(page -> page.stream()
                        .filter(StoredEntry::isPending)
                        .map(stored -> type.cast(
                                EntryReader.read(submission.form(), submission.institution(), stored.data()))));
    }
}
