package dev.kapu.submission;

import dev.kapu.registry.amendment.ForeseenAmendments;
import dev.kapu.registry.movement.MovementReports;
import dev.kapu.registry.registration.ForeseenNewcomers;
import org.springframework.stereotype.Component;

/** Begins a {@link Foresight} for each list that comes in. */
@Component
class Foresights {
    private final Assessment assessment;
    private final EntryStore entries;
    private final ForeseenNewcomers newcomers;
    private final ForeseenAmendments amendments;
    private final MovementReports movements;

    Foresights(
            Assessment assessment,
            EntryStore entries,
            ForeseenNewcomers newcomers,
            ForeseenAmendments amendments,
            MovementReports movements) {
        this.assessment = assessment;
        this.entries = entries;
        this.newcomers = newcomers;
        this.amendments = amendments;
        this.movements = movements;
    }

    Foresight begin(Order order) {
        return switch (order.form().purpose()) {
            case REGISTRATION -> new ForeseenRegistrations(order, assessment, entries, newcomers);
            case AMENDMENT, AFFILIATION -> new ForeseenChanges(order, assessment, amendments, movements);
        };
    }
}
