package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.amendment.AmendmentLocks;
import dev.kapu.registry.amendment.ForeseenAmendments;
import dev.kapu.registry.movement.ForeseenMovements;
import dev.kapu.registry.movement.MovementReports;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Of changes by ID: whether the institution may report them of whom it names, and whether they fit (K11, K12). */
final class ForeseenChanges implements Foresight {
    private final Order order;
    private final Assessment assessment;
    private final ForeseenAmendments amendments;
    private final ForeseenMovements movements;
    private final Map<EducationId, Integer> amended = new HashMap<>();

    ForeseenChanges(Order order, Assessment assessment, ForeseenAmendments amendments, MovementReports movements) {
        this.order = order;
        this.assessment = assessment;
        this.amendments = amendments;
        this.movements = movements.foresight(order.institution());
    }

    @Override
    public List<Verdict> of(List<Entry> part) {
        var verdicts = assessment.check(order, part);
        var pending = IntStream.range(0, part.size())
                .filter(i -> verdicts.get(i).outcome() == Outcome.PENDING)
                .mapToObj(part::get)
                .toList();
        var findings = findings(pending).iterator();
        return verdicts.stream()
                .map(verdict -> verdict.outcome() == Outcome.PENDING
                        ? findings.next()
                                .map(found -> Verdict.refused(List.of(found)))
                                .orElse(Verdict.PENDING)
                        : verdict)
                .toList();
    }

    /** All are of the form's own kind. */
    private List<Optional<Finding>> findings(List<Entry> entries) {
        if (order.form().purpose() == Purpose.AMENDMENT) {
            var changes = entries.stream()
                    .map(entry -> ((Entry.Change) entry).amendment())
                    .toList();
            return notTooOften(changes, amendments.of(changes, order.institution()));
        }
        var reports =
                entries.stream().map(entry -> ((Entry.Movement) entry).report()).toList();
        var found = movements.of(reports);
        return IntStream.range(0, reports.size())
                .mapToObj(i -> found.get(i).map(finding -> MovementFields.of(reports.get(i), finding)))
                .toList();
    }

    /** Whoever is amended more often makes everybody wait while the form takes effect: see {@link AmendmentLocks#take}. */
    private List<Optional<Finding>> notTooOften(List<Amendment> changes, List<Optional<Finding>> found) {
        var subjects = amendments.subjects(changes);
        return IntStream.range(0, changes.size())
                .mapToObj(i -> found.get(i).isEmpty()
                                && amended.merge(subjects.get(i), 1, Integer::sum) > AmendmentLocks.MOST_OF_ONE
                        ? Optional.of(new Finding("educationId", Fault.AMENDED_OFTEN))
                        : found.get(i))
                .toList();
    }
}
