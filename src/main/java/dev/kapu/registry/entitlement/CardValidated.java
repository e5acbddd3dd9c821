package dev.kapu.registry.entitlement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** @param institutionCode that which has validated the card */
public record CardValidated(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String cardNumber,
        LocalDate validUntil)
        implements RegistryEvent {}
