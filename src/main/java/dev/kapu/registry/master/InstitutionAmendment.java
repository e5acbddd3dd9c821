package dev.kapu.registry.master;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.institution.Institution;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes in the master (K26); what is null stays as it is.
 *
 * @param validFrom first day on which the new data hold, not after today
 * @param active false: closed or merged into another
 */
public record InstitutionAmendment(
        InstitutionCode institution,
        LocalDate validFrom,
        @Nullable String name,
        Institution.@Nullable Kind kind,
        @Nullable Address address,
        @Nullable Coordinates coordinates,
        @Nullable Boolean active,
        List<SiteAmendment> sites) {
    /** A site whose serial is new is added and must be described in full; a closed one keeps its serial for ever. */
    public record SiteAmendment(
            SiteSerial serial,
            @Nullable String name,
            @Nullable Address address,
            @Nullable Coordinates coordinates,
            @Nullable Boolean active) {}

    Institution of(Institution before) {
        return new Institution(
                before.code(),
                name == null ? before.name() : name,
                kind == null ? before.kind() : kind,
                address == null ? before.address() : address,
                coordinates == null ? before.coordinates() : coordinates,
                active == null ? before.active() : active,
                validFrom);
    }
}
