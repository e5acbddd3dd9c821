package dev.kapu.systems;

import dev.kapu.contract.cards.CardRequest;
import dev.kapu.contract.cards.CardRequestState;
import dev.kapu.contract.cards.CardType;
import dev.kapu.contract.cards.WithdrawalReason;
import java.time.ZoneOffset;

/** Card requests of the registry as the contract writes them. */
public final class ContractCards {
    private ContractCards() {}

    public static CardRequest of(dev.kapu.registry.card.CardRequest from) {
        var request = new CardRequest();
        request.setCardRequestId(from.id().toString());
        request.setEducationId(from.educationId().text());
        request.setInstitutionCode(from.institution().text());
        request.setSiteSerial(from.site().text());
        request.setCardType(CardType.valueOf(from.cardType().name()));
        request.setState(CardRequestState.valueOf(from.state().name()));
        request.setRequestedAt(from.requestedAt().atOffset(ZoneOffset.UTC));
        var issue = from.issue();
        if (issue != null) {
            request.setCardNumber(issue.cardNumber().text());
            request.setIssuedOn(issue.issuedOn());
            request.setValidUntil(issue.validUntil());
        }
        var withdrawal = from.withdrawal();
        if (withdrawal != null) {
            request.setWithdrawnOn(withdrawal.withdrawnOn());
            request.setWithdrawalReason(
                    WithdrawalReason.valueOf(withdrawal.reason().name()));
        }
        return request;
    }
}
