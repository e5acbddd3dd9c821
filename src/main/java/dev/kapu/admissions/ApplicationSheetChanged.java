package dev.kapu.admissions;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A new version has voided the one before.
 *
 * @param institutionCode through which; empty if with the admissions centre
 */
public record ApplicationSheetChanged(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String procedure,
        String sheet,
        List<String> voids)
        implements RegistryEvent {}
