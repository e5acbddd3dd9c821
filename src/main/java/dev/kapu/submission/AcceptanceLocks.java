package dev.kapu.submission;

import dev.kapu.registry.amendment.Amendments;
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
    private final Amendments amendments;

    AcceptanceLocks(EntryStore entries, Registrations registrations, Amendments amendments) {
        this.entries = entries;
        this.registrations = registrations;
        this.amendments = amendments;
    }

    void take(Submission submission) {
        if (submission.form().purpose() == Purpose.AMENDMENT) {
            amendments.lockAll(() -> pages(submission, Entry.Change.class)
                    .map(page -> page.map(Entry.Change::amendment).toList()));
        } else {
            registrations.lockAll(
                    pages(submission, Entry.Registration.class).flatMap(page -> page.map(Entry.Registration::person)));
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
