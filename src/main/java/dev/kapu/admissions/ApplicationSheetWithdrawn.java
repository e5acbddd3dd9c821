package dev.kapu.admissions;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * The applicant applies no more.
 *
 * @param institutionCode through which it was filed; empty if with the admissions centre
 */
public record ApplicationSheetWithdrawn(
        UUID eventId, Instant occurredAt, Subject subject, String institutionCode, String procedure, String sheet)
        implements RegistryEvent {}
