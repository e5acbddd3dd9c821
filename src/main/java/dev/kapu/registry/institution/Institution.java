package dev.kapu.registry.institution;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An institution of the master, obliged to report (K9).
 *
 * @param active false: closed or merged into another
 * @param validFrom first day on which these data hold
 */
public record Institution(
        InstitutionCode code,
        String name,
        Kind kind,
        Address address,
        @Nullable Coordinates coordinates,
        boolean active,
        LocalDate validFrom) {
    public Institution at(@Nullable Coordinates other) {
        return new Institution(code, name, kind, address, other, active, validFrom);
    }

    public enum Kind {
        KINDERGARTEN,
        PRIMARY,
        SECONDARY,
        VOCATIONAL,
        DORMITORY,
        ARTS
    }
}
