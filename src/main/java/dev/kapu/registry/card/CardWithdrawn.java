package dev.kapu.registry.card;

import dev.kapu.registry.ToldToEach;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card was withdrawn: by the hub because its holder is not entitled to it any more, or by the card office.
 *
 * @param subject with the institutions that it concerns, see {@link CardInstitutions}
 * @param institutionCode through which the card was issued
 * @param holderInstitution which hears of it; null for whoever hears of it for none
 */
public record CardWithdrawn(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        String cardNumber,
        LocalDate withdrawnOn,
        WithdrawalReason reason,
        @Nullable String holderInstitution)
        implements ToldToEach {
    @Override
    public List<String> institutions() {
        return subject.affiliatedWith().stream().sorted().toList();
    }

    @Override
    public CardWithdrawn forInstitution(String institution, UUID own) {
        return new CardWithdrawn(
                own, occurredAt, subject, institutionCode, cardNumber, withdrawnOn, reason, institution);
    }
}
