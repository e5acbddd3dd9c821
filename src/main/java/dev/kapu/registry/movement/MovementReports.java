package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Affiliations as forms report them: foreseen when they come, carried out when they are accepted (K11, K16). */
@Component
public class MovementReports {
    private final Affiliations affiliations;
    private final AffiliationStore store;
    private final StartRules rules;
    private final PersonStore persons;
    private final PresentIds ids;
    private final Today today;

    MovementReports(
            Affiliations affiliations,
            AffiliationStore store,
            StartRules rules,
            PersonStore persons,
            PresentIds ids,
            Today today) {
        this.affiliations = affiliations;
        this.store = store;
        this.rules = rules;
        this.persons = persons;
        this.ids = ids;
        this.today = today;
    }

    /** What would be refused now; locks and changes nothing. An unknown person and one out of reach are alike. */
    public Optional<Finding> foresee(MovementReport report, InstitutionCode reportedBy) {
        try {
            require(report, reportedBy);
            return Optional.empty();
        } catch (FaultException no) {
            return Optional.of(new Finding(Objects.requireNonNullElse(no.where(), "educationId"), no.fault()));
        }
    }

    /** For a transaction that carries out more than one: takes all persons first, in one order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAll(Stream<MovementReport> reports) {
        persons.lockAll(reports.map(report -> ids.current(report.educationId()))
                .distinct()
                .toList());
    }

    /** @throws FaultException as {@link Affiliations} says */
    @Transactional
    public void carryOut(MovementReport report, InstitutionCode reportedBy) {
        var reach = reach(report, reportedBy);
        if (report instanceof MovementReport.Start start) {
            known(start, reach);
            affiliations.start(start.educationId(), start.birthDate(), start.begin(), reach);
        } else if (report instanceof MovementReport.End end) {
            affiliations.end(end.educationId(), end.institution(), end.type(), end.endDate(), reach);
        } else if (report instanceof MovementReport.HandOver move) {
            affiliations.handOver(move.educationId(), move.from(), move.type(), move.endDate(), move.begin(), reach);
        }
    }

    private void require(MovementReport report, InstitutionCode reportedBy) {
        var reach = reach(report, reportedBy);
        var person = known(report, reach);
        var held = new HeldAffiliations(
                person.educationId(),
                null,
                store.of(person.educationId(), HeldAffiliations.EVERYONE, today.date()),
                today.date());
        if (report instanceof MovementReport.Start start) {
            rules.require(start.begin(), held, person.birthDate());
        } else if (report instanceof MovementReport.End end) {
            ended(held, end.institution(), end.type(), end.endDate());
        } else if (report instanceof MovementReport.HandOver move) {
            var rest = ended(held, move.from(), move.type(), move.endDate());
            if (!move.begin().startDate().isAfter(move.endDate())) {
                throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "startDate");
            }
            rules.require(move.begin(), rest, person.birthDate());
        }
    }

    private HeldAffiliations ended(HeldAffiliations held, InstitutionCode at, AffiliationType type, LocalDate lastDay) {
        var open = held.lasting(at, type).orElseThrow(() -> new FaultException(Fault.AFFILIATION_NOT_FOUND, "type"));
        if (lastDay.isBefore(open.startDate()) || lastDay.isAfter(held.day())) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate");
        }
        return held.with(held.all().stream()
                .map(other -> other.equals(open) ? open.endingOn(lastDay, open.responsible()) : other)
                .toList());
    }

    /** A wrong date of birth and an unknown ID are alike: nobody learns one by trying. */
    private Person known(MovementReport report, Reach reach) {
        EducationId id = ids.current(report.educationId());
        return persons.find(id, reach, today.date())
                .filter(person -> !(report instanceof MovementReport.Start start)
                        || start.birthDate().equals(person.birthDate()))
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND, "educationId"));
    }

    private static Reach reach(MovementReport report, InstitutionCode reportedBy) {
        return new Reach(
                report instanceof MovementReport.Start
                        ? Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION
                        : Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION,
                reportedBy.text());
    }
}
