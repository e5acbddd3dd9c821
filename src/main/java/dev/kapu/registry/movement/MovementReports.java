package dev.kapu.registry.movement;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Affiliations as forms report them: foreseen when they come, carried out when they are accepted (K11, K16). */
@Component
public class MovementReports {
    private final Affiliations affiliations;
    private final LockedPersons persons;
    private final StartRules rules;
    private final Today today;

    MovementReports(Affiliations affiliations, LockedPersons persons, StartRules rules, Today today) {
        this.affiliations = affiliations;
        this.persons = persons;
        this.rules = rules;
        this.today = today;
    }

    /** Begins what would be refused now of one form: given in parts and in order. */
    public ForeseenMovements foresight(InstitutionCode reportedBy) {
        return new ForeseenMovements(reportedBy, persons, rules, today.date());
    }

    /** For a transaction that carries out more than one: takes all persons first, in one order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAll(Stream<MovementReport> reports) {
        persons.lockAll(reports.map(MovementReport::educationId));
    }

    /**
     * @return what is to be done about the data of somebody who comes back by it (K15)
     * @throws FaultException as {@link Affiliations} says
     */
    @Transactional
    public Optional<ReEntry> carryOut(MovementReport report, InstitutionCode reportedBy) {
        var reach = reach(report, reportedBy);
        if (report instanceof MovementReport.Start start) {
            return Optional.ofNullable(affiliations
                    .accepted(start.educationId(), start.birthDate(), start.begin(), reach)
                    .reEntry());
        }
        if (report instanceof MovementReport.End end) {
            affiliations.end(end.educationId(), end.institution(), end.type(), end.endDate(), reach);
        } else if (report instanceof MovementReport.HandOver move) {
            affiliations.handOver(move.educationId(), move.from(), move.type(), move.endDate(), move.begin(), reach);
        }
        return Optional.empty();
    }

    static Reach reach(MovementReport report, InstitutionCode reportedBy) {
        return new Reach(
                report instanceof MovementReport.Start
                        ? Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION
                        : Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION,
                reportedBy.text());
    }
}
