package dev.kapu.registry.movement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.movement.LockedPersons.Seen;
import dev.kapu.registry.person.PersonStore.Birth;
import dev.kapu.scope.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The persons of many reports, read with few queries: each within the reach of its report, and who is to be started only
 * if the birth date is right.
 */
final class SeenPersons {
    private final Map<EducationId, EducationId> present = new HashMap<>();
    private final Set<Birth> born;
    private final Map<Reach, Map<EducationId, Seen>> seen = new HashMap<>();
    private final Map<EducationId, Set<AffiliationType>> ended;

    private SeenPersons(List<MovementReport> reports, InstitutionCode reportedBy, LockedPersons persons) {
        var asked = reports.stream().map(MovementReport::educationId).toList();
        var current = persons.current(asked);
        for (int i = 0; i < asked.size(); i++) {
            present.put(asked.get(i), current.get(i));
        }
        born = persons.born(reports.stream()
                .filter(MovementReport.Start.class::isInstance)
                .map(report -> birth((MovementReport.Start) report))
                .collect(Collectors.toSet()));
        reports.stream()
                .filter(report -> !(report instanceof MovementReport.Start start) || isBorn(start))
                .collect(Collectors.groupingBy(
                        report -> MovementReports.reach(report, reportedBy),
                        Collectors.mapping(report -> current(report), Collectors.toSet())))
                .forEach((reach, ids) -> seen.put(reach, persons.seen(ids, reach)));
        ended = persons.endedAt(
                reportedBy,
                reports.stream()
                        .filter(report -> !(report instanceof MovementReport.Start))
                        .map(this::current)
                        .collect(Collectors.toSet()));
    }

    static SeenPersons of(List<MovementReport> reports, InstitutionCode reportedBy, LockedPersons persons) {
        return new SeenPersons(reports, reportedBy, persons);
    }

    private Birth birth(MovementReport.Start start) {
        return new Birth(current(start), start.birthDate());
    }

    EducationId current(MovementReport report) {
        return present.getOrDefault(report.educationId(), report.educationId());
    }

    boolean isBorn(MovementReport.Start start) {
        return born.contains(birth(start));
    }

    Optional<Seen> find(EducationId present, Reach reach) {
        return Optional.ofNullable(seen.getOrDefault(reach, Map.of()).get(present));
    }

    /** Whether the reporting institution's own affiliation of the type has ended. */
    boolean hasEnded(EducationId present, AffiliationType type) {
        return ended.getOrDefault(present, Set.of()).contains(type);
    }
}
