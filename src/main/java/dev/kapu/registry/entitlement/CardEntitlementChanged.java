package dev.kapu.registry.entitlement;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The holder's affiliations have changed, and with them until when the card may be used.
 *
 * @param institutionCode through which the card was issued
 * @param entitledUntil the last day; null: no end can be foreseen
 */
public record CardEntitlementChanged(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String cardNumber,
        @Nullable LocalDate entitledUntil)
        implements RegistryEvent {}
