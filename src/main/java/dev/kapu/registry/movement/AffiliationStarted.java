package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** @param subject the person as they stand with the new affiliation */
public record AffiliationStarted(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String siteSerial,
        String type,
        LocalDate startDate)
        implements RegistryEvent {}
