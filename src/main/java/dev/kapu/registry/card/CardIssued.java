package dev.kapu.registry.card;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * A card was issued; perhaps its holder has left meanwhile.
 *
 * @param subject with the institution of the request, which hears of it also if the holder has left
 * @param institutionCode that asked for the card
 */
public record CardIssued(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        UUID cardRequestId,
        CardRequest.Issue issue)
        implements RegistryEvent {}
