package dev.kapu.registry.master;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The master has changed (K26).
 *
 * @param subject the institution itself: no person is concerned
 * @param change number of the change in the master's history
 * @param siteSerials sites that were added, changed or closed
 */
public record InstitutionChanged(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        long change,
        LocalDate validFrom,
        List<String> siteSerials)
        implements RegistryEvent {}
