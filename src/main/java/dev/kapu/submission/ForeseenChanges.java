package dev.kapu.submission;

import dev.kapu.registry.Finding;
import dev.kapu.registry.amendment.ForeseenAmendments;
import dev.kapu.registry.movement.ForeseenMovements;
import dev.kapu.registry.movement.MovementReports;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Of changes by ID: whether the institution may report them of whom it names, and whether they fit (K11, K12). */
final class ForeseenChanges implements Foresight {
    private final Order order;
    private final Assessment assessment;
    private final ForeseenAmendments amendments;
    private final ForeseenMovements movements;

    ForeseenChanges(Order order, Assessment assessment, ForeseenAmendments amendments, MovementReports movements) {
        this.order = order;
        this.assessment = assessment;
        this.amendments = amendments;
        this.movements = movements.foresight(order.institution());
    }

    @Override
    public List<Verdict> of(List<Entry> part) {
        var verdicts = assessment.check(order, part);
        return IntStream.range(0, part.size())
                .mapToObj(i -> verdicts.get(i).outcome() == Outcome.PENDING
                        ? finding(part.get(i))
                                .map(found -> Verdict.refused(List.of(found)))
                                .orElse(Verdict.PENDING)
                        : verdicts.get(i))
                .toList();
    }

    private Optional<Finding> finding(Entry entry) {
        if (entry instanceof Entry.Change change) {
            var amendment = change.amendment();
            return amendments.of(amendment, amendment.reach(order.institution()));
        }
        if (entry instanceof Entry.Movement movement) {
            return movements.of(movement.report()).map(finding -> MovementFields.of(movement.report(), finding));
        }
        return Optional.empty();
    }
}
