package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.doubles.Repetitions;
import dev.kapu.registry.registration.ForeseenNewcomers;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Of newcomers: whether exactly this person is held already, stands earlier in the same list, or waits in another
 * submission of the institution, of which it is warned only: that one may be withdrawn. A near match is left
 * to acceptance, but where all or nothing is wanted. Who is held already is to be added by ID, and that is said first,
 * whatever is wrong with the affiliation besides (W4).
 */
final class ForeseenRegistrations implements Foresight {
    private final Order order;
    private final Assessment assessment;
    private final EntryStore store;
    private final ForeseenNewcomers newcomers;
    private final Repetitions before;

    ForeseenRegistrations(Order order, Assessment assessment, EntryStore store, ForeseenNewcomers newcomers) {
        this.order = order;
        this.assessment = assessment;
        this.store = store;
        this.newcomers = newcomers;
        before = newcomers.repetitions();
    }

    @Override
    public List<Verdict> of(List<Entry> part) {
        var verdicts = new ArrayList<>(assessment.check(order, part));
        for (int i = 0; i < part.size(); i++) {
            var earlier = before.add(registration(part.get(i)).person());
            if (earlier.isPresent() && isPending(verdicts.get(i))) {
                verdicts.set(i, repeated(earlier));
            }
        }
        markHeld(part, verdicts);
        warnOfOthers(part, verdicts);
        return verdicts;
    }

    @Override
    public List<@Nullable Long> keys(List<Entry> part) {
        return part.stream()
                .<@Nullable Long>map(entry -> key(registration(entry)))
                .collect(Collectors.toList());
    }

    private static Verdict repeated(OptionalInt earlier) {
        return Verdict.refused(List.of(new Finding("entry[%d]".formatted(earlier.getAsInt() + 1), Fault.SAME_ENTRY)));
    }

    private void markHeld(List<Entry> part, List<Verdict> verdicts) {
        var persons = IntStream.range(0, verdicts.size())
                .filter(i -> isPending(verdicts.get(i)) || isOfAffiliationOnly(verdicts.get(i)))
                .boxed()
                .toList();
        var foreseen = newcomers.foreseeAll(
                persons.stream().map(i -> registration(part.get(i)).person()).toList());
        for (int n = 0; n < persons.size(); n++) {
            int i = persons.get(n);
            var outcome = foreseen.get(n).orElse(null);
            if (outcome instanceof RegistrationOutcome.AlreadyRegistered) {
                verdicts.set(i, Verdict.alreadyRegistered(verdicts.get(i).findings()));
            } else if (outcome instanceof RegistrationOutcome.InReview
                    && order.allOrNothing()
                    && isPending(verdicts.get(i))) {
                verdicts.set(i, Verdict.ALIKE_HELD);
            }
        }
    }

    /** Nothing is wrong with the person. */
    private static boolean isOfAffiliationOnly(Verdict verdict) {
        return verdict.outcome() == Outcome.REFUSED
                && verdict.findings().stream()
                        .allMatch(finding -> finding.field().startsWith("affiliation."));
    }

    private void warnOfOthers(List<Entry> part, List<Verdict> verdicts) {
        var byKey = new HashMap<Long, List<Integer>>();
        for (int i : pending(verdicts)) {
            newcomers
                    .askedSameness(registration(part.get(i)).person())
                    .forEach(key ->
                            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(i));
        }
        for (var waiting : store.pendingElsewhere(order.institution(), List.copyOf(byKey.keySet()))) {
            var other = registration(EntryReader.read(order.form(), order.institution(), waiting.data()));
            for (int i : Objects.requireNonNull(byKey.get(waiting.key()))) {
                if (isSame(other, registration(part.get(i)))
                        && verdicts.get(i).findings().isEmpty()) {
                    verdicts.set(
                            i,
                            Verdict.warned(new Finding(
                                    "%s[%d]".formatted(waiting.number(), waiting.position()), Fault.OPEN_ELSEWHERE)));
                }
            }
        }
    }

    private boolean isSame(Entry.Registration one, Entry.Registration other) {
        var pair = newcomers.repetitions();
        pair.add(one.person());
        return pair.add(other.person()).isPresent();
    }

    private long key(Entry.Registration entry) {
        return newcomers.sameness(entry.person());
    }

    private static List<Integer> pending(List<Verdict> verdicts) {
        return IntStream.range(0, verdicts.size())
                .filter(i -> isPending(verdicts.get(i)))
                .boxed()
                .toList();
    }

    private static boolean isPending(Verdict verdict) {
        return verdict.outcome() == Outcome.PENDING;
    }

    private static Entry.Registration registration(Entry entry) {
        return (Entry.Registration) entry;
    }
}
