package dev.kapu.registry.entitlement;

import dev.kapu.registry.ToldToEach;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has validated a card in time. Its holder is entitled to it all the same, and it can still be validated.
 *
 * @param subject with the institutions at which the holder is entitled to such a card, and which can validate it; if there
 *     is none, the last at which they were
 * @param institutionCode through which the card was issued
 * @param validUntil its last day
 * @param validatingInstitution which hears of it, and can validate it; null for whoever hears of it for none
 */
public record CardLapsed(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String cardNumber,
        LocalDate validUntil,
        @Nullable String validatingInstitution)
        implements ToldToEach {
    @Override
    public List<String> institutions() {
        return subject.affiliatedWith().stream().sorted().toList();
    }

    @Override
    public CardLapsed forInstitution(String institution, UUID own) {
        return new CardLapsed(own, occurredAt, subject, institutionCode, cardNumber, validUntil, institution);
    }
}
