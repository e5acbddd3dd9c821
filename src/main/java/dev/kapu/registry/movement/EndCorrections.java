package dev.kapu.registry.movement;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Last days of affiliations that were reported wrongly (K11); ADR 37. */
@Component
public class EndCorrections {
    private final AffiliationChangeStore store;
    private final LockedPersons persons;
    private final Ends ends;
    private final History history;
    private final CorrectionPeriod period;

    EndCorrections(
            AffiliationChangeStore store, LockedPersons persons, Ends ends, History history, CorrectionPeriod period) {
        this.store = store;
        this.persons = persons;
        this.ends = ends;
        this.history = history;
        this.period = period;
    }

    /**
     * Puts the right last day in the place of the wrong one, which must be named, so that no repeated report becomes a
     * correction. An institution corrects its own report, for as many days as it has to report a change (K13); whom it
     * concerns is out of its reach by then. The Office corrects any at any time. When it was reported stays: whether it
     * was late goes by the right day. Who has not left at all is not corrected, but starts again.
     *
     * @param wrong last day as it was reported
     * @throws FaultException {@code Client.Affiliation.NotReportedSo} if none of the type ended on the wrong day;
     *     {@code Client.Person.NotFound} for whom none of the type has ended with the institution;
     *     {@code Client.Affiliation.CorrectionTooLate}, also if the institution did not report the end itself;
     *     {@code …DateInvalid}; {@code …Overlaps} if the person was elsewhere, or here again, by then
     */
    @Transactional
    public Affiliation correct(
            EducationId asked,
            InstitutionCode institution,
            AffiliationType type,
            LocalDate wrong,
            LocalDate lastDay,
            Reach reach) {
        LockedPersons.requireSpeaking(reach, institution);
        var held = persons.lockedToCorrect(asked, institution, type, reach);
        var ended = EndRules.ended(held, institution, type, wrong);
        if (reach.institution() != null) {
            period.require(store.endReportedAt(ended), held.day());
        }
        var corrected = EndRules.correct(held, ended, lastDay);
        store.correctEnd(ended, lastDay);
        history.changed(Kind.AFFILIATION_CHANGED, ended, corrected);
        var after = held.all().stream()
                .map(other -> other.equals(ended) ? corrected : other)
                .toList();
        ends.tell(held, corrected, lastDay, after);
        return corrected;
    }
}
