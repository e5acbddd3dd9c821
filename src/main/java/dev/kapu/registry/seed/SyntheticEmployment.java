package dev.kapu.registry.seed;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An employment of a seeded person.
 *
 * @param type as contracts write it, e.g. {@code main-employment}
 * @param post empty if there is none
 */
public record SyntheticEmployment(
        String educationId, String type, String siteSerial, LocalDate startDate, BigDecimal weeklyHours, String post) {

    /** Hazard: even an invented person does not belong into a log line. */
    @Override
    public String toString() {
        return "SyntheticEmployment";
    }
}
