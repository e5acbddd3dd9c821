package dev.kapu.registry.responsibility;

import dev.kapu.registry.InstitutionCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a person's data, and why (K5, K7, K8).
 *
 * @param institution null if nobody does: the person is unattached (K14)
 */
public record Responsible(@Nullable InstitutionCode institution, Because because) {
    static final Responsible NOBODY = new Responsible(null, new Because.Unattached());

    /** The rule that decided; {@link ResponsibleTexts} says it in words. */
    public sealed interface Because {
        record Unattached() implements Because {}

        /** K7: the institution of compulsory schooling, whatever else there is. */
        record CompulsorySchooling(LocalDate since) implements Because {}

        /** K8: the main employer, whatever else there is. */
        record MainEmployment(LocalDate since) implements Because {}

        /** No other institution holds an affiliation of the person. */
        record Only(LocalDate since) implements Because {}

        record MoreHours(BigDecimal hours, BigDecimal against) implements Because {}

        record Nearer(double kilometres, double against) implements Because {}

        /** As near as the other: the lower code, so that the answer is always the same. */
        record AsNear(double kilometres) implements Because {}

        /** Where a site or the residence is, is not known: the lower code. */
        record PlaceUnknown() implements Because {}
    }
}
