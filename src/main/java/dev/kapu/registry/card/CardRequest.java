package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.CardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    static CardRequest of(Cards.Order order, EducationId holder, String requestedBy, Instant requestedAt) {
        return new CardRequest(
                UUID.randomUUID(),
                holder,
                order.institution(),
                order.site(),
                order.cardType(),
                CardState.REQUESTED,
                requestedBy,
                requestedAt,
                null,
                null);
    }

    CardRequest issued(Issue issued) {
        return with(CardState.ISSUED, issued, null);
    }

    CardRequest withdrawn(Withdrawal withdrawn) {
        return with(CardState.WITHDRAWN, issue, withdrawn);
    }

    CardRequest refused() {
        return with(CardState.REFUSED, null, null);
    }

    /** As the history of the person keeps it: flat, without what is not there. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("cardRequestId", id.toString());
        facts.put("institutionCode", institution.text());
        facts.put("siteSerial", site.text());
        facts.put("cardType", word(cardType));
        facts.put("state", word(state));
        if (issue != null) {
            facts.put("cardNumber", issue.cardNumber().text());
            facts.put("issuedOn", issue.issuedOn().toString());
            facts.put("validUntil", issue.validUntil().toString());
        }
        if (withdrawal != null) {
            facts.put("withdrawnOn", withdrawal.withdrawnOn().toString());
            facts.put("withdrawalReason", withdrawal.reason().word());
        }
        return facts;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
