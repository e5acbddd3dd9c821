package dev.kapu.registry.affiliation;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An affiliation that is to begin.
 *
 * @param weeklyHours 0 to 168
 * @param grade of a student
 * @param post of staff
 */
public record NewAffiliation(
        InstitutionCode institution,
        SiteSerial site,
        AffiliationType type,
        LocalDate startDate,
        BigDecimal weeklyHours,
        @Nullable String grade,
        @Nullable String post) {
    /** Hazard: must not show whose it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "NewAffiliation";
    }
}
