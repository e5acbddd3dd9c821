package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.staff.StaffAffiliations;
import dev.kapu.registry.staff.StaffAffiliations.Held;
import dev.kapu.registry.staff.StaffAffiliations.Refusal;
import dev.kapu.registry.staff.StaffSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replays all that the module has said of a person and lets the affiliations follow (E4). The outcome depends on which
 * messages are kept and on the days they are about, and not on when they came.
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
        var reasons = notInTurn(kept);
        var others = OtherBirthDates.among(kept, held.birthDate(), today);
        others.forEach(one -> reasons.put(one, Fault.PERSON_NOT_FOUND));
        kept.forEach(one -> wrongPlace(one).ifPresent(fault -> reasons.putIfAbsent(one, fault)));
        if (kept.stream().anyMatch(one -> one.said() != null && !others.contains(one))) {
            employments.speakOf(held.id(), all, held.lasting(), today.instant());
        }
        var before = employments.followed(all);
        var heldBack = new HeldBack(before);
        var replayed = replayed(held, employments.found(all), kept, before, reasons, heldBack);
        var after = after(replayed, kept, before, all.size() > 1, heldBack);
        staff.follow(held, before, after);
        employments.followed(held.id(), all, after);
        employments.heldBack(all, !heldBack.isEmpty());
        kept.forEach(one -> settle(one, replayed, reasons));
    }

    /** Parks, or holds back, what the registry does not take, until it takes the rest. */
    private Replayed replayed(
            Held held,
            List<StaffSpan> found,
            List<KeptMessage> kept,
            List<StaffSpan> before,
            Map<KeptMessage, Fault> reasons,
            HeldBack heldBack) {
        boolean wereSeveral = ids.all(held.id()).size() > 1;
        while (true) {
            var counting = kept.stream()
                    .filter(one -> !reasons.containsKey(one))
                    .flatMap(one -> one.counting().stream())
                    .toList();
            var replayed = Replayed.of(found, counting);
            var refusals = staff.refusals(held, before, after(replayed, kept, before, wereSeveral, heldBack));
            if (refusals.isEmpty()) {
                return replayed;
            }
            var blamed = Blame.of(refusals, replayed.timeline(), heldBack, today.date());
            if (blamed.isEmpty()) {
                heldBack.hold(
                        refusals.stream().filter(Refusal::alone).findFirst().orElse(refusals.get(0)));
            }
            kept.stream()
                    .filter(one -> one.said() != null && blamed.containsKey(one.said()))
                    .forEach(one -> reasons.put(one, Objects.requireNonNull(blamed.get(one.said()))));
        }
    }

    /**
     * What the registry shall hold. Where a merger brought the messages of two IDs together, they may contradict without
     * anybody's fault: an employment that was followed stays until its own posting is withdrawn.
     */
    private List<StaffSpan> after(
            Replayed replayed, List<KeptMessage> kept, List<StaffSpan> before, boolean wereSeveral, HeldBack heldBack) {
        var after = new ArrayList<>(replayed.timeline().on(today.date()));
        if (wereSeveral) {
            var keys = after.stream().map(StaffSpan::key).collect(Collectors.toSet());
            before.stream()
                    .filter(span -> !keys.contains(span.key()) && isPosted(span, kept))
                    .forEach(after::add);
        }
        return heldBack.in(after);
    }

    private static boolean isPosted(StaffSpan span, List<KeptMessage> kept) {
        return kept.stream()
                .flatMap(one -> one.counting().stream())
                .anyMatch(said -> said.kind() == StaffMessage.Kind.POSTING
                        && new StaffSpan.Key(said.institution(), said.type(), said.day()).equals(span.key()));
    }

    /**
     * By the day from which it holds, so that a message that comes late is not judged by a closing since. What was applied
     * stays, whatever the master learns afterwards.
     */
    private Optional<Fault> wrongPlace(KeptMessage one) {
        return one.counting()
                .filter(said -> one.state() != MessageState.APPLIED)
                .flatMap(said -> said.site() == null
                        ? Optional.empty()
                        : staff.wrongPlace(said.institution(), said.site(), said.day()));
    }

    private static Map<KeptMessage, Fault> notInTurn(List<KeptMessage> kept) {
        var reasons = new HashMap<KeptMessage, Fault>();
        var inTurn = Arrival.inTurn(kept);
        kept.stream()
                .filter(one -> !inTurn.contains(one))
                .forEach(one -> reasons.put(one, Fault.PERSONNEL_EARLIER_MISSING));
        return reasons;
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
