package dev.kapu.registry.movement;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The end of an affiliation that is reported: written and told. Who answers for the person is still to be settled. */
@Component
class ReportedEnds {
    private final AffiliationChangeStore changes;
    private final History history;
    private final Ends ends;
    private final Today today;

    ReportedEnds(AffiliationChangeStore changes, History history, Ends ends, Today today) {
        this.changes = changes;
        this.history = history;
        this.ends = ends;
        this.today = today;
    }

    /**
     * @param next what begins in the same change; null for nothing
     * @throws FaultException as {@link EndRules#end}
     */
    EndRules.Ended end(
            HeldAffiliations held,
            InstitutionCode institution,
            AffiliationType type,
            LocalDate lastDay,
            @Nullable NewAffiliation next) {
        var done = EndRules.end(held, institution, type, lastDay);
        var ended = done.after();
        changes.end(ended, today.instant());
        history.changed(Kind.AFFILIATION_ENDED, done.before(), ended);
        var rest = Stream.concat(
                        done.rest().all().stream(),
                        Stream.ofNullable(next).map(begin -> Affiliation.of(held.id(), begin)))
                .toList();
        ends.tell(held, ended, lastDay, rest);
        return done;
    }
}
