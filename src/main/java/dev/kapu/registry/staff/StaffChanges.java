package dev.kapu.registry.staff;

import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.amendment.Amendment.Reason;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.movement.Ends;
import dev.kapu.registry.staff.StaffAffiliations.Held;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Each single change of an employment: the row, the history, the event and the cards that stand on it (K23). */
@Component
class StaffChanges {
    private static final Set<String> NOT_AMENDED = Set.of("endDate");

    private final StaffSpanStore store;
    private final History history;
    private final Ends ends;
    private final ApplicationEventPublisher events;
    private final Today today;

    StaffChanges(StaffSpanStore store, History history, Ends ends, ApplicationEventPublisher events, Today today) {
        this.store = store;
        this.history = history;
        this.ends = ends;
        this.events = events;
        this.today = today;
    }

    void begun(Held held, StaffSpan span, List<Affiliation> result) {
        store.insert(held.id(), span);
        history.started(span.asHeldBy(held.id(), false));
        started(held, span, result);
        if (span.end() != null) {
            ended(held, span, span.end(), result);
        }
    }

    void changed(Held held, Affiliation row, StaffSpan span, List<Affiliation> result) {
        var now = span.asHeldBy(held.id(), row.responsible());
        store.update(held.id(), span);
        boolean otherEnd = !Objects.equals(row.endDate(), span.end());
        history.changed(
                otherEnd && row.endDate() == null ? Kind.AFFILIATION_ENDED : Kind.AFFILIATION_CHANGED, row, now);
        var fields = amended(row, now);
        if (!fields.isEmpty()) {
            events.publishEvent(PersonAmended.at(
                    row.institution().text(), held.affiliations(), today.instant(), Reason.POST, today.date(), fields));
        }
        if (otherEnd && span.end() != null) {
            ended(held, span, span.end(), result);
        } else if (otherEnd) {
            started(held, span, result);
        }
    }

    /** It has never been: for whoever follows the affiliation it is cancelled, and the cards learn that it is over. */
    void withdrawn(Held held, Affiliation row, List<Affiliation> result) {
        var span = StaffSpan.of(row);
        store.withdraw(held.id(), span);
        history.cancelled(row);
        if (row.endDate() == null) {
            ended(held, span, today.date(), result);
        }
        events.publishEvent(new AffiliationCancelled(
                UUID.randomUUID(),
                today.instant(),
                held.affiliations().subject().and(List.of(row.institution().text())),
                row.institution().text(),
                row.site().text(),
                row.type().word(),
                row.startDate()));
    }

    private void started(Held held, StaffSpan span, List<Affiliation> result) {
        events.publishEvent(new AffiliationStarted(
                UUID.randomUUID(),
                today.instant(),
                held.affiliations()
                        .with(result)
                        .subject()
                        .and(List.of(span.institution().text())),
                span.institution().text(),
                span.site().text(),
                span.type().word(),
                span.start()));
    }

    private void ended(Held held, StaffSpan span, LocalDate lastDay, List<Affiliation> result) {
        ends.tell(held.affiliations(), span.asHeldBy(held.id(), false), lastDay, result);
    }

    private static Set<String> amended(Affiliation before, Affiliation after) {
        var old = Snapshot.of(before);
        var now = Snapshot.of(after);
        var fields = new TreeSet<>(old.keySet());
        fields.addAll(now.keySet());
        fields.removeIf(field -> NOT_AMENDED.contains(field) || Objects.equals(old.get(field), now.get(field)));
        return fields;
    }
}
