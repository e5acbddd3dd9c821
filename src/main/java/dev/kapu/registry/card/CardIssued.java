package dev.kapu.registry.card;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A requested card was issued (K23); perhaps its holder has left meanwhile.
 *
 * @param subject the holder, with the institution that asked for the card
 * @param institutionCode that asked for it
 */
public record CardIssued(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        UUID request,
        String cardNumber,
        LocalDate validUntil)
        implements RegistryEvent {}
