package dev.kapu.registry.amendment;

import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An affiliation as it is now; what is null stays as it is.
 *
 * @param type of the affiliation that is meant; needed only if there are several
 */
public record AffiliationChange(
        @Nullable AffiliationType type,
        @Nullable SiteSerial site,
        @Nullable BigDecimal weeklyHours,
        @Nullable String grade) {
    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "AffiliationChange";
    }
}
