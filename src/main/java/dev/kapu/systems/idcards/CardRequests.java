package dev.kapu.systems.idcards;

import dev.kapu.contract.cards.CardRequestPage;
import dev.kapu.contract.idcards.GetCardRequest;
import dev.kapu.contract.idcards.GetCardRequestResponse;
import dev.kapu.contract.idcards.ListCardRequests;
import dev.kapu.contract.idcards.ListCardRequestsResponse;
import dev.kapu.contract.idcards.ReportCardIssued;
import dev.kapu.contract.idcards.ReportCardIssuedResponse;
import dev.kapu.contract.idcards.ReportCardWithdrawn;
import dev.kapu.contract.idcards.ReportCardWithdrawnResponse;
import dev.kapu.contract.idcards.RequestCard;
import dev.kapu.contract.idcards.RequestCardResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractCards;
import java.util.UUID;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Requests for cards and their fate (K3, K23, W8). */
@Component
class CardRequests {
    private static final int MOST = 100;

    private final Cards cards;

    CardRequests(Cards cards) {
        this.cards = cards;
    }

    @ChangesRegistry
    public RequestCardResponse request(
            RequestCard request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var order = new Cards.Order(
                EducationId.of(request.getEducationId()),
                new InstitutionCode(request.getInstitutionCode()),
                new SiteSerial(request.getSiteSerial()),
                request.getSettlement(),
                CardType.valueOf(request.getCardType().name()));
        var answer = new RequestCardResponse();
        answer.setCardRequest(ContractCards.of(cards.request(order, partner, reach)));
        return answer;
    }

    public GetCardRequestResponse find(GetCardRequest request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var held = cards.find(UUID.fromString(request.getCardRequestId()), reach)
                .orElseThrow(() -> new FaultException(Fault.CARD_REQUEST_NOT_FOUND));
        var answer = new GetCardRequestResponse();
        answer.setCardRequest(ContractCards.of(held));
        return answer;
    }

    /** Whoever may not read everybody may not see the list. */
    public ListCardRequestsResponse list(ListCardRequests request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        if (reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
        int most = request.getLimit() == null ? MOST : Math.min(request.getLimit(), MOST);
        var after = request.getAfter() == null ? null : UUID.fromString(request.getAfter());
        // One more than the page holds, to know whether another follows.
        var found = cards.waiting(after, most + 1);
        var answer = new ListCardRequestsResponse();
        found.stream().limit(most).map(ContractCards::of).forEach(answer.getCardRequest()::add);
        var page = new CardRequestPage();
        page.setMore(found.size() > most);
        answer.setPage(page);
        return answer;
    }

    @ChangesRegistry
    public ReportCardIssuedResponse issue(ReportCardIssued report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var issue = new CardRequest.Issue(
                new CardNumber(report.getCardNumber()), report.getIssuedOn(), report.getValidUntil());
        var answer = new ReportCardIssuedResponse();
        answer.setCardRequest(ContractCards.of(cards.issue(UUID.fromString(report.getCardRequestId()), issue, reach)));
        return answer;
    }

    @ChangesRegistry
    public ReportCardWithdrawnResponse withdraw(
            ReportCardWithdrawn report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var withdrawal = new CardRequest.Withdrawal(
                report.getWithdrawnOn(),
                WithdrawalReason.valueOf(report.getReason().name()));
        var answer = new ReportCardWithdrawnResponse();
        answer.setCardRequest(
                ContractCards.of(cards.withdraw(new CardNumber(report.getCardNumber()), withdrawal, reach)));
        return answer;
    }
}
