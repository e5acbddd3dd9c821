package dev.kapu.registry.card;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * Nothing entitles to the card any more that was asked for, and it must not be issued (K23).
 *
 * @param subject with the institution that asked, though the person has just left it
 * @param institutionCode that asked
 */
public record CardRequestRefused(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        UUID cardRequestId,
        CardType cardType)
        implements RegistryEvent {}
