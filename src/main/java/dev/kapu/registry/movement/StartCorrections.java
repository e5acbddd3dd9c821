package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** First days and types of affiliations that were reported wrongly (K11, K12); ADR 46. */
@Component
public class StartCorrections {
    private final ReportedStartStore store;
    private final InstitutionStore institutions;
    private final StartRules rules;
    private final LockedPersons persons;
    private final CorrectionPeriod period;
    private final History history;
    private final CorrectedStarts corrections;

    StartCorrections(
            ReportedStartStore store,
            InstitutionStore institutions,
            StartRules rules,
            LockedPersons persons,
            CorrectionPeriod period,
            History history,
            CorrectedStarts corrections) {
        this.store = store;
        this.institutions = institutions;
        this.rules = rules;
        this.persons = persons;
        this.period = period;
        this.history = history;
        this.corrections = corrections;
    }

    /** As it was reported. */
    public record Wrong(AffiliationType type, LocalDate startDate) {}

    /**
     * Puts the right start in the place of the wrong one, which must be named, so that no repeated report becomes a
     * correction. An institution corrects its own report, for as many days as it has to report a change (K13); the Office
     * any at any time. When it was reported stays: whether it was late goes by the right day. So does an end.
     *
     * @throws FaultException as {@link Affiliations#start}, with the wrong one left out; {@code
     *     Client.Affiliation.NotReportedSo} if none of the type began on the wrong day; {@code …CorrectionTooLate}, also if
     *     the institution did not report the start itself; {@code …DateInvalid} if nothing is corrected, or after the end
     */
    @Transactional
    public Affiliations.Started correct(
            EducationId asked, LocalDate born, Wrong wrong, NewAffiliation right, Reach reach) {
        LockedPersons.requireSpeaking(reach, right.institution());
        if (reach.scope() == Scope.EVERYONE) {
            persons.requireBorn(asked, born);
        } else {
            persons.requireReported(asked, born, right.institution());
        }
        var held = persons.locked(asked, reach);
        var old = held.at(right.institution(), wrong.type(), wrong.startDate())
                .orElseThrow(() -> new FaultException(Fault.NOT_REPORTED_SO, "corrects"));
        if (reach.institution() != null) {
            period.require(store.reportedAt(old), held.day());
        }
        institutions.keepKinds(List.of(right.institution()));
        rules.requireInstead(right, old, held, born);
        var corrected = corrected(held, old, right);
        store.correct(old, corrected);
        history.changed(Kind.AFFILIATION_CHANGED, old, corrected);
        return corrections.settle(held, old, corrected);
    }

    private static Affiliation corrected(HeldAffiliations held, Affiliation old, NewAffiliation right) {
        var open = Affiliation.of(held.id(), right);
        return old.endDate() == null ? open : open.endingOn(old.endDate(), false);
    }
}
