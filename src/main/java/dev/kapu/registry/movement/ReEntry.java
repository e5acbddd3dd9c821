package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryProperties;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An unattached person comes back: the data are as they stood at the leaving, so the institution checks and refreshes
 * them (K15).
 *
 * @param left last day of the last affiliation
 * @param lastUpdate when the personal data were last changed
 * @param amendBy null if a check is enough; after longer than the period of K15 the data must be amended by this day
 */
public record ReEntry(
        LocalDate left, Instant lastUpdate, @Nullable LocalDate amendBy) {
    /** Decision: within the period of K15 a check is enough; later the data are amended as any change is (K13). */
    static ReEntry of(LocalDate left, Instant lastUpdate, LocalDate day, RegistryProperties rules) {
        var overdue = day.isAfter(left.plus(rules.reEntry()));
        return new ReEntry(left, lastUpdate, overdue ? day.plusDays(rules.reportWithinDays()) : null);
    }
}
