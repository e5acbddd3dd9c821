package dev.kapu.admissions;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * A first sheet has come in.
 *
 * @param institutionCode through which; empty if with the admissions centre
 */
public record ApplicationSheetSubmitted(
        UUID eventId, Instant occurredAt, Subject subject, String institutionCode, String procedure, String sheet)
        implements RegistryEvent {}
