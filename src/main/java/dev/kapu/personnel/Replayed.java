package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.registry.staff.StaffSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which messages fit together. They are taken in the order of their numbers; one that contradicts those taken before is
 * parked, and tried again whenever another has been taken: an end that comes after the next posting mends it.
 *
 * @param parked with its reason
 */
record Replayed(Timeline timeline, List<StaffMessage> taken, Map<StaffMessage, Fault> parked) {
    static Replayed of(Collection<StaffSpan> found, Collection<StaffMessage> messages) {
        var left = new ArrayList<>(
                messages.stream().sorted(StaffMessage.BY_NUMBER).toList());
        var taken = new ArrayList<StaffMessage>();
        var parked = new HashMap<StaffMessage, Fault>();
        for (boolean more = true; more; ) {
            more = false;
            parked.clear();
            for (var message : List.copyOf(left)) {
                taken.add(message);
                var wrong = Timeline.of(found, taken).wrong();
                if (wrong.isPresent()) {
                    taken.remove(message);
                    parked.put(message, wrong.get());
                } else {
                    left.remove(message);
                    more = true;
                }
            }
            more &= !left.isEmpty();
        }
        return new Replayed(Timeline.of(found, taken), List.copyOf(taken), Map.copyOf(parked));
    }

    MessageState state(StaffMessage message, LocalDate today) {
        if (!taken.contains(message)) {
            return MessageState.PARKED;
        }
        return message.day().isAfter(today) ? MessageState.WAITING : MessageState.APPLIED;
    }
}
