package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.staff.StaffAffiliations;
import dev.kapu.registry.staff.StaffAffiliations.Held;
import dev.kapu.registry.staff.StaffAffiliations.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replays all that the module has said of a person and lets the affiliations follow (E4). The outcome depends on which
 * messages are kept and on the day, and not on when they came.
 */
@Component
class Replay {
    private final StaffMessageStore messages;
    private final EmploymentStore employments;
    private final StaffAffiliations staff;
    private final PresentIds ids;
    private final Today today;

    Replay(
            StaffMessageStore messages,
            EmploymentStore employments,
            StaffAffiliations staff,
            PresentIds ids,
            Today today) {
        this.messages = messages;
        this.employments = employments;
        this.staff = staff;
        this.ids = ids;
        this.today = today;
    }

    /** Two at once of one person wait for each other, also where the person is not known yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(EducationId asked) {
        var held = staff.lock(asked);
        if (held.isEmpty()) {
            messages.of(List.of(asked)).forEach(this::parkUnknown);
        } else {
            follow(held.get());
        }
    }

    private void follow(Held held) {
        var all = ids.all(held.id());
        var kept = messages.of(all);
        if (employments.isNew(all)) {
            employments.found(held.id(), held.lasting(), today.instant());
        }
        var reasons = notInTurn(kept);
        kept.stream()
                .filter(one -> one.counting()
                        .filter(said -> !said.birthDate().equals(held.birthDate()))
                        .isPresent())
                .forEach(one -> reasons.put(one, Fault.PERSON_NOT_FOUND));
        kept.forEach(one -> wrongPlaceLater(one).ifPresent(fault -> reasons.putIfAbsent(one, fault)));
        var found = employments.found(all);
        var before = employments.followed(all);
        while (true) {
            var replayed = Replayed.of(
                    found,
                    kept.stream()
                            .filter(one -> !reasons.containsKey(one))
                            .flatMap(one -> one.counting().stream())
                            .toList());
            var after = replayed.timeline().on(today.date());
            var refusals = staff.refusals(held, before, after);
            if (refusals.isEmpty()) {
                staff.follow(held, before, after);
                employments.followed(held.id(), all, after);
                kept.forEach(one -> settle(one, replayed, reasons));
                return;
            }
            var blamed = blamed(replayed, refusals.get(0));
            kept.stream()
                    .filter(one -> blamed.equals(one.said()))
                    .forEach(one -> reasons.put(one, refusals.get(0).finding().fault()));
        }
    }

    /** That its place does not exist need not wait for its day. */
    private Optional<Fault> wrongPlaceLater(KeptMessage one) {
        return one.counting()
                .filter(said -> said.day().isAfter(today.date()))
                .flatMap(said ->
                        said.site() == null ? Optional.empty() : staff.wrongPlace(said.institution(), said.site()));
    }

    private static Map<KeptMessage, Fault> notInTurn(List<KeptMessage> kept) {
        var reasons = new HashMap<KeptMessage, Fault>();
        var inTurn = Arrival.inTurn(kept);
        kept.stream()
                .filter(one -> !inTurn.contains(one))
                .forEach(one -> reasons.put(one, Fault.PERSONNEL_EARLIER_MISSING));
        return reasons;
    }

    /** What the registry does not take must have been said: else nothing could be parked, and the whole is refused. */
    private StaffMessage blamed(Replayed replayed, Refusal refusal) {
        var finding = refusal.finding();
        return replayed.timeline()
                .source(refusal.span(), finding.field(), today.date())
                .orElseThrow(() -> new FaultException(finding.fault(), finding.field()));
    }

    private void settle(KeptMessage one, Replayed replayed, Map<KeptMessage, Fault> reasons) {
        one.counting().ifPresent(said -> {
            var fault = reasons.getOrDefault(one, replayed.parked().get(said));
            if (fault != null) {
                messages.settle(one.now(MessageState.PARKED, fault.code()));
            } else {
                messages.settle(one.now(replayed.state(said, today.date()), null));
            }
        });
    }

    private void parkUnknown(KeptMessage one) {
        one.counting().ifPresent(said -> messages.settle(one.now(MessageState.PARKED, Fault.PERSON_NOT_FOUND.code())));
    }
}
