package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.CardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a card, and the card that came of it.
 *
 * @param institution with which the person is affiliated, and on whose behalf the card is asked for (K23)
 * @param requestedBy the partner that sent the request
 */
public record CardRequest(
        UUID id,
        EducationId educationId,
        InstitutionCode institution,
        SiteSerial site,
        CardType cardType,
        CardState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Issue issue,
        @Nullable Withdrawal withdrawal) {

    /** @param validUntil the last valid day */
    public record Issue(CardNumber cardNumber, LocalDate issuedOn, LocalDate validUntil) {
        Issue until(LocalDate atMost) {
            return validUntil.isAfter(atMost) ? new Issue(cardNumber, issuedOn, atMost) : this;
        }
    }

    public record Withdrawal(LocalDate withdrawnOn, WithdrawalReason reason) {}

    CardRequest issued(Issue issued) {
        return with(CardState.ISSUED, issued, null);
    }

    CardRequest withdrawn(Withdrawal withdrawn) {
        return with(CardState.WITHDRAWN, issue, withdrawn);
    }

    private CardRequest with(CardState next, @Nullable Issue issued, @Nullable Withdrawal withdrawn) {
        return new CardRequest(
                id, educationId, institution, site, cardType, next, requestedBy, requestedAt, issued, withdrawn);
    }

    /** Hazard: must not show whose it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "CardRequest";
    }
}
