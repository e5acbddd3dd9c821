package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@link MovementReports#carryOut} would refuse now of one form, given in order: each report is judged as if those
 * before it had taken effect. Nothing is locked or changed.
 */
public final class ForeseenMovements {
    private final InstitutionCode reportedBy;
    private final LockedPersons persons;
    private final StartRules rules;
    private final LocalDate day;
    private final Map<EducationId, LockedPersons.Seen> moved = new HashMap<>();

    ForeseenMovements(InstitutionCode reportedBy, LockedPersons persons, StartRules rules, LocalDate day) {
        this.reportedBy = reportedBy;
        this.persons = persons;
        this.rules = rules;
        this.day = day;
    }

    /**
     * For each, in their order, with few queries for all of them. An unknown person, one out of reach and one who was born
     * on another day are alike: nobody learns one by trying.
     */
    public List<Optional<Finding>> of(List<MovementReport> reports) {
        var read = SeenPersons.of(reports, reportedBy, persons);
        return reports.stream().map(report -> of(report, read)).toList();
    }

    public Optional<Finding> of(MovementReport report) {
        return of(List.of(report)).get(0);
    }

    private Optional<Finding> of(MovementReport report, SeenPersons read) {
        try {
            carryOn(report, read);
            return Optional.empty();
        } catch (FaultException no) {
            return Optional.of(Finding.of(no, "educationId"));
        }
    }

    private void carryOn(MovementReport report, SeenPersons read) {
        var reach = MovementReports.reach(report, reportedBy);
        var id = read.current(report);
        if (report instanceof MovementReport.Start start) {
            LockedPersons.requireSpeaking(reach, start.begin().institution());
            persons.requireReported(id, () -> read.isBorn(start), reportedBy);
            var seen = seen(id, reach, read).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
            keep(seen, started(seen, seen.affiliations(), start.begin()));
        } else if (report instanceof MovementReport.End end) {
            LockedPersons.requireSpeaking(reach, end.institution());
            var seen = toEnd(id, end.type(), reach, read);
            keep(
                    seen,
                    EndRules.end(seen.affiliations(), end.institution(), end.type(), end.endDate())
                            .rest());
        } else if (report instanceof MovementReport.HandOver move) {
            LockedPersons.requireSpeaking(reach, move.from());
            rules.requireHandOver(move.endDate(), move.begin().startDate());
            var seen = toEnd(id, move.type(), reach, read);
            var rest = EndRules.end(seen.affiliations(), move.from(), move.type(), move.endDate())
                    .rest();
            keep(seen, started(seen, rest, move.begin()));
        }
    }

    private HeldAffiliations started(LockedPersons.Seen seen, HeldAffiliations held, NewAffiliation begin) {
        rules.require(begin, held, seen.birthDate());
        return held.with(Stream.concat(held.all().stream(), Stream.of(Affiliation.of(held.id(), begin)))
                .toList());
    }

    /** Who has moved in this form is in reach by what the form made of them. */
    private Optional<LockedPersons.Seen> seen(EducationId id, Reach reach, SeenPersons read) {
        var seen = moved.get(id);
        if (seen == null) {
            return read.find(id, reach);
        }
        if (reach.scope() == Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION
                && seen.affiliations().all().stream()
                        .noneMatch(held -> held.institution().equals(reportedBy) && held.isOpenOn(day))) {
            return Optional.empty();
        }
        return Optional.of(seen);
    }

    private LockedPersons.Seen toEnd(EducationId id, AffiliationType type, Reach reach, SeenPersons read) {
        return seen(id, reach, read).orElseThrow(() -> EndRules.outOfReach(hasEnded(id, type, read)));
    }

    private boolean hasEnded(EducationId id, AffiliationType type, SeenPersons read) {
        var seen = moved.get(id);
        return seen == null ? read.hasEnded(id, type) : seen.affiliations().hasEnded(reportedBy, type);
    }

    private void keep(LockedPersons.Seen seen, HeldAffiliations after) {
        moved.put(after.id(), new LockedPersons.Seen(after, seen.birthDate()));
    }
}
