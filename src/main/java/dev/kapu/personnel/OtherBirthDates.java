package dev.kapu.personnel;

import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Misses;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Messages that are answered as if there were nobody with the ID: {@link Misses} of messages that are kept, counted anew at
 * each replay on every node and after every restart alike. After three with another birth date, of those that came
 * on one day, all later ones of that day are answered alike, whatever they say, and stay so: else 500 birth dates in one
 * report would tell the right one. Withdrawn ones count too. What was once found to be about the person is, whatever
 * birth date the registry was told afterwards.
 */
final class OtherBirthDates {
    private static final Comparator<KeptMessage> AS_THEY_CAME = Comparator.comparing(KeptMessage::receivedAt)
            .thenComparing(KeptMessage::number)
            .thenComparing(one -> one.educationId().number());

    private OtherBirthDates() {}

    static Set<KeptMessage> among(Collection<KeptMessage> kept, LocalDate born, Today today) {
        var misses = new HashMap<LocalDate, Integer>();
        var refused = new HashSet<KeptMessage>();
        for (var one : List.copyOf(kept).stream().sorted(AS_THEY_CAME).toList()) {
            if (one.said() == null || one.identified()) {
                continue;
            }
            var day = today.dateOf(one.receivedAt());
            boolean isOther = !one.said().birthDate().equals(born);
            if (isOther || misses.getOrDefault(day, 0) >= Misses.OF_ONE_ID) {
                refused.add(one);
            }
            if (isOther) {
                misses.merge(day, 1, Integer::sum);
            }
        }
        return refused;
    }
}
