package dev.kapu.registry.entitlement;

import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.card.CardYear;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A student is entitled until the end of the card's year after the affiliation ends, staff until its last day. */
final class Entitlement {
    private Entitlement() {}

    /**
     * @param all affiliations of the holder
     * @param groundless the last day of a card to which no affiliation entitles, not even one that has ended
     * @return null while an affiliation that entitles to such a card lasts
     */
    static @Nullable LocalDate end(CardType card, List<Affiliation> all, CardYear year, LocalDate groundless) {
        var entitling = all.stream().filter(held -> held.type().card() == card).toList();
        if (entitling.stream().anyMatch(held -> held.endDate() == null)) {
            return null;
        }
        return entitling.stream()
                .map(Affiliation::endDate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(left -> card == CardType.STUDENT ? year.lastDayFrom(left) : left)
                .orElse(groundless);
    }
}
