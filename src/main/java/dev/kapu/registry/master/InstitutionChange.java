package dev.kapu.registry.master;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the master (K26).
 *
 * @param number 1, 2, 3 … in the order of the changes
 * @param sites that were added, changed or closed
 */
public record InstitutionChange(
        long number,
        InstitutionCode institution,
        Instant changedAt,
        LocalDate validFrom,
        List<SiteSerial> sites,
        List<Field> fields) {

    /** @param name as in the contract; of a site with its serial before it, e.g. {@code 002.address.street} */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {}
}
