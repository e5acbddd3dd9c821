package dev.kapu.registry.entitlement;

import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.CardType;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A student is entitled until 31 October after the affiliation ends, staff until its last day (Government Decree 362/2011).
 * Cards are validated each year until 31 October.
 */
final class Entitlement {
    private static final MonthDay LAST = MonthDay.of(Month.OCTOBER, 31);

    private Entitlement() {}

    /**
     * @param all affiliations of the holder
     * @param groundless the last day of a card to which no affiliation entitles, not even one that has ended
     * @return null while an affiliation that entitles to such a card lasts
     */
    static @Nullable LocalDate end(CardType card, List<Affiliation> all, LocalDate groundless) {
        var entitling = all.stream().filter(held -> held.type().card() == card).toList();
        if (entitling.stream().anyMatch(held -> held.endDate() == null)) {
            return null;
        }
        return entitling.stream()
                .map(Affiliation::endDate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(left -> card == CardType.STUDENT ? october(left) : left)
                .orElse(groundless);
    }

    /** Validated in a school year, a card is valid until 31 October of the next: from September on in the next year. */
    static LocalDate validUntil(LocalDate day) {
        return LAST.atYear(day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() + 1 : day.getYear());
    }

    private static LocalDate october(LocalDate left) {
        var same = LAST.atYear(left.getYear());
        return left.isAfter(same) ? same.plusYears(1) : same;
    }
}
