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
 * that would fit if it had ended is taken together with its end.
 *
 * @param parked with its reason
 */
record Replayed(Timeline timeline, List<StaffMessage> taken, Map<StaffMessage, Fault> parked) {
    static Replayed of(Collection<StaffSpan> found, Collection<StaffMessage> messages) {
        var left =
                new ArrayList<>(messages.stream().sorted(StaffMessage.BY_NUMBER).toList());
        var taken = new ArrayList<StaffMessage>();
        var parked = new HashMap<StaffMessage, Fault>();
        for (boolean more = true; more; ) {
            more = false;
            parked.clear();
            for (var message : List.copyOf(left)) {
                var fits = together(message, left)
                        .filter(some -> wrong(found, taken, some).isEmpty())
                        .findFirst();
                if (fits.isPresent()) {
                    taken.addAll(fits.get());
                    left.removeAll(fits.get());
                    more = true;
                } else if (left.contains(message)) {
                    wrong(found, taken, List.of(message)).ifPresent(fault -> parked.put(message, fault));
                }
            }
            more &= !left.isEmpty();
        }
        return new Replayed(Timeline.of(found, taken), List.copyOf(taken), Map.copyOf(parked));
    }

    /** What may be taken at once: the message alone, or else a posting with an end of the same employment. */
    private static Stream<List<StaffMessage>> together(StaffMessage message, List<StaffMessage> left) {
        if (!left.contains(message)) {
            return Stream.empty();
        }
        var alone = Stream.of(List.of(message));
        return message.kind() != Kind.POSTING
                ? alone
                : Stream.concat(
                        alone,
                        List.copyOf(left).stream()
                                .filter(end -> end.kind() == Kind.END
                                        && end.institution().equals(message.institution())
                                        && end.type() == message.type()
                                        && !end.day().isBefore(message.day()))
                                .map(end -> List.of(message, end)));
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
