package dev.kapu.registry.institution;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import org.jspecify.annotations.Nullable;

/**
 * A numbered site of an institution (K23).
 *
 * @param active false: no longer in use, or its institution is closed
 */
public record Site(
        InstitutionCode institution,
        SiteSerial serial,
        String name,
        Address address,
        @Nullable Coordinates coordinates,
        boolean active) {}
