package dev.kapu.registry.card;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A card was withdrawn: by the hub because its holder is not entitled to it any more, or by the card office.
 *
 * @param subject with that institution, which hears of it also if the holder has long left
 * @param institutionCode through which the card was issued
 */
public record CardWithdrawn(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String cardNumber,
        LocalDate withdrawnOn,
        WithdrawalReason reason)
        implements RegistryEvent {}
