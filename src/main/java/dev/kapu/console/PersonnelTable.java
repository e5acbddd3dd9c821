package dev.kapu.console;

import dev.kapu.personnel.Comparison;
import dev.kapu.personnel.KeptMessage;
import dev.kapu.personnel.ModuleContact;
import dev.kapu.personnel.ModuleContacts;
import dev.kapu.personnel.Reconciliation;
import dev.kapu.personnel.StaffReports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What of the personnel module's messages contradicts, and how its lists compare; nobody is named. */
@Component
class PersonnelTable {
    private static final int OLDEST = 100;
    private static final int WORST = 500;

    private final StaffReports reports;
    private final Reconciliation reconciliation;
    private final ModuleContacts contacts;

    PersonnelTable(StaffReports reports, Reconciliation reconciliation, ModuleContacts contacts) {
        this.reports = reports;
        this.reconciliation = reconciliation;
        this.contacts = contacts;
    }

    /**
     * How the module answers.
     *
     * @param state {@code up}, {@code down}, or {@code unknown}: never asked, or it cannot be read
     * @param address null: none is set
     * @param contact null: unknown
     */
    record Light(
            String state,
            @Nullable String address,
            @Nullable ModuleContact contact) {
        public boolean shown() {
            return address != null || contact != null;
        }
    }

    Light light() {
        var address = contacts.address();
        return read(contacts::latest)
                .flatMap(found -> found)
                .map(contact -> new Light(contact.silentSince() == null ? "up" : "down", address, contact))
                .orElse(new Light("unknown", address, null));
    }

    /** A parked message without the person. */
    record View(
            Instant receivedAt,
            int number,
            String kind,
            String institution,
            LocalDate day,
            String reason,
            @Nullable String explanation) {}

    /** Empty if they cannot be read, as {@link #parked} and {@link #compared}: the rest of the console must be seen. */
    Optional<Integer> count() {
        return read(reports::countParked);
    }

    Optional<List<View>> parked(Locale language) {
        return read(() -> reports.parked(OLDEST).stream()
                .flatMap(kept -> view(kept, language))
                .toList());
    }

    Optional<List<Comparison>> compared() {
        return read(() -> reconciliation.worst(WORST));
    }

    private static Stream<View> view(KeptMessage kept, Locale language) {
        return Stream.ofNullable(kept.said())
                .map(said -> new View(
                        kept.receivedAt(),
                        kept.number(),
                        said.kind().word(),
                        said.institution().text(),
                        said.day(),
                        String.valueOf(kept.reason()),
                        Reasons.explain(kept.reason(), language)));
    }

    private static <T> Optional<T> read(Supplier<T> table) {
        try {
            return Optional.of(table.get());
        } catch (DataAccessException unreadable) {
            return Optional.empty();
        }
    }
}
