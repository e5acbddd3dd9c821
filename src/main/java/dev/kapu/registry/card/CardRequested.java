package dev.kapu.registry.card;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * An institution has asked for a card (K23).
 *
 * @param institutionCode that asked
 */
public record CardRequested(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String siteSerial,
        UUID cardRequestId,
        CardType cardType)
        implements RegistryEvent {}
