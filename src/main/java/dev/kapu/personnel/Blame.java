package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.registry.staff.StaffAffiliations.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which messages are parked for what the registry does not take: never the posting of an employment that has been followed,
 * which would be taken back by it, and never an end that holds already.
 */
final class Blame {
    private final StaffMessage message;
    private final Fault fault;

    private Blame(StaffMessage message, Fault fault) {
        this.message = message;
        this.fault = fault;
    }

    /**
     * @return those that cannot stand by themselves; if there are none, the one of the highest number: what came later has
     *     to wait
     */
    static Map<StaffMessage, Fault> of(List<Refusal> refusals, Timeline timeline, HeldBack heldBack, LocalDate day) {
        var alone = refusals.stream()
                .filter(Refusal::alone)
                .flatMap(refusal -> one(refusal, timeline, heldBack, day).stream())
                .collect(Collectors.toMap(one -> one.message, one -> one.fault, (first, again) -> first));
        if (refusals.stream().anyMatch(Refusal::alone)) {
            return alone;
        }
        return refusals.stream()
                .flatMap(refusal -> one(refusal, timeline, heldBack, day).stream())
                .max((one, other) -> StaffMessage.BY_NUMBER.compare(one.message, other.message))
                .map(one -> Map.of(one.message, one.fault))
                .orElse(Map.of());
    }

    private static Optional<Blame> one(Refusal refusal, Timeline timeline, HeldBack heldBack, LocalDate day) {
        var key = refusal.span().key();
        var finding = refusal.finding();
        boolean ofReopening = !refusal.alone() && heldBack.opensAgain(refusal.span());
        return ofReopening
                ? Optional.empty()
                : timeline.source(key, finding.field(), day, heldBack.wasFollowed(key))
                        .map(message -> new Blame(message, finding.fault()));
    }
}
