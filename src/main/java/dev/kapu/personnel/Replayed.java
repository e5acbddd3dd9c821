package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.personnel.StaffMessage.Kind;
import dev.kapu.registry.staff.StaffSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which messages fit together. They are taken in the order of their numbers; one that contradicts those taken before is
 * parked, and tried again whenever another has been taken: an end that comes after the next posting mends it. A posting
 * that would fit if it had ended is taken together with its end, of which few are tried. When too much has been tried,
 * what is left stays parked: contradictions without end must not hold the person's lock.
 *
 * @param parked with its reason
 * @param trials how often messages were tried
 */
record Replayed(Timeline timeline, List<StaffMessage> taken, Map<StaffMessage, Fault> parked, int trials) {
    private static final int ENDS = 8;
    private static final int MOST_TRIALS = 20_000;

    static Replayed of(Collection<StaffSpan> found, Collection<StaffMessage> messages) {
        var left =
                new ArrayList<>(messages.stream().sorted(StaffMessage.BY_NUMBER).toList());
        var taken = new ArrayList<StaffMessage>();
        var parked = new HashMap<StaffMessage, Fault>();
        int trials = 0;
        for (boolean more = true; more; ) {
            more = false;
            parked.clear();
            for (var message : List.copyOf(left)) {
                if (!left.contains(message)) {
                    continue;
                }
                var alone = wrong(found, taken, List.of(message));
                var fits = alone.isEmpty() ? Optional.of(List.of(message)) : Optional.<List<StaffMessage>>empty();
                trials++;
                for (var pair : fits.isPresent() ? List.<List<StaffMessage>>of() : withEnds(message, left)) {
                    trials++;
                    if (wrong(found, taken, pair).isEmpty()) {
                        fits = Optional.of(pair);
                        break;
                    }
                }
                if (fits.isPresent()) {
                    taken.addAll(fits.get());
                    left.removeAll(fits.get());
                    more = true;
                } else {
                    parked.put(message, alone.orElseThrow());
                }
            }
            more &= !left.isEmpty() && trials < MOST_TRIALS;
        }
        return new Replayed(Timeline.of(found, taken), List.copyOf(taken), Map.copyOf(parked), trials);
    }

    /** What may be taken at once: a posting with an end of the same employment, the earliest first. */
    private static List<List<StaffMessage>> withEnds(StaffMessage message, List<StaffMessage> left) {
        return message.kind() != Kind.POSTING
                ? List.of()
                : left.stream()
                        .filter(end -> end.kind() == Kind.END
                                && end.institution().equals(message.institution())
                                && end.type() == message.type()
                                && !end.day().isBefore(message.day()))
                        .sorted(StaffMessage.BY_DAY)
                        .limit(ENDS)
                        .map(end -> List.of(message, end))
                        .toList();
    }

    private static Optional<Fault> wrong(
            Collection<StaffSpan> found, List<StaffMessage> taken, List<StaffMessage> besides) {
        return Timeline.of(
                        found, Stream.concat(taken.stream(), besides.stream()).toList())
                .wrong();
    }

    MessageState state(StaffMessage message, LocalDate today) {
        if (!taken.contains(message)) {
            return MessageState.PARKED;
        }
        return message.day().isAfter(today) ? MessageState.WAITING : MessageState.APPLIED;
    }
}
