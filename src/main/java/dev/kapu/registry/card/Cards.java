package dev.kapu.registry.card;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Card requests and the cards that come of them. A change locks the person's row first, so that it falls either before
 * or after the end of an affiliation, never beside it. What the hub does by itself to many cards locks the cards only: of it
 * and a change at the same moment the first counts, and the other finds the card in another state.
 */
@Component
public class Cards {
    private final CardStore store;
    private final PresentIds ids;
    private final OrderRules rules;
    private final CardNews news;
    private final CardYear year;
    private final Today today;

    Cards(CardStore store, PresentIds ids, OrderRules rules, CardNews news, CardYear year, Today today) {
        this.store = store;
        this.ids = ids;
        this.rules = rules;
        this.news = news;
        this.year = year;
        this.today = today;
    }

    /** What an institution asks for; the settlement is that of the site, as written on the request. */
    public record Order(
            EducationId educationId,
            InstitutionCode institution,
            SiteSerial site,
            String settlement,
            CardType cardType) {}

    /**
     * K23, W8: only for a person affiliated with the institution, and from a site that really is in the settlement. While
     * one of the institution for such a card of the person waits, there is no second one, whatever its site.
     *
     * @param partner who asks
     * @return the request that waits
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.NotFound} if
     *     no affiliation entitles to the card; {@code Client.Card.SiteMismatch}
     */
    @Transactional
    public CardRequest request(Order order, String partner, Reach reach) {
        var id = ids.lock(order.educationId(), reach, today.date())
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND))
                .id();
        rules.require(order, id, reach);
        var waits = store.waiting(id, order.institution()).stream()
                .filter(held -> held.cardType() == order.cardType())
                .findFirst();
        if (waits.isPresent()) {
            return waits.get();
        }
        var request = CardRequest.of(order, id, partner, today.instant());
        store.insert(request);
        news.requested(request);
        return request;
    }

    /** @return empty if there is none, or its person or institution is out of reach */
    public Optional<CardRequest> find(UUID id, Reach reach) {
        return store.find(id, reach, today.date()).filter(held -> ScopeCondition.speaksFor(reach, held.institution()));
    }

    /** @return empty if there is no such card, or its holder is out of reach */
    public Optional<CardRequest> find(CardNumber number, Reach reach) {
        return store.find(number, reach, today.date());
    }

    /**
     * Requests that wait for the card office, whoever made them, the oldest first; for a reach of everybody.
     *
     * @param after the last one of the page before; null for the first page. An unknown one is followed by none
     */
    public List<CardRequest> waiting(@Nullable UUID after, int most) {
        return after == null ? store.waiting(most) : store.waitingAfter(after, most);
    }

    /** All card requests of a person in reach, also those that other institutions made; empty for anybody else. */
    public List<CardRequest> of(EducationId id, Reach reach) {
        return store.of(ids.current(id), reach, today.date());
    }

    /**
     * A requested card has been issued. Without a validation it is valid no longer than one on the day of issue would hold.
     *
     * @return the card with the last day that counts, perhaps an earlier one
     * @throws FaultException {@code Client.Card.RequestNotFound}, also if out of reach; {@code Client.Card.WrongState};
     *     {@code Client.Card.DateInvalid}; {@code Client.Card.NumberTaken}
     */
    @Transactional
    public CardRequest issue(UUID id, CardRequest.Issue issue, Reach reach) {
        var request = locked(find(id, reach), reach);
        if (request.state() != CardState.REQUESTED) {
            throw new FaultException(Fault.CARD_STATE);
        }
        requireDay(issue.issuedOn(), today.dateOf(request.requestedAt()), "issuedOn: day of the request – ");
        if (issue.validUntil().isBefore(issue.issuedOn())) {
            throw new FaultException(Fault.CARD_DATE_INVALID, "validUntil: issuedOn –");
        }
        var counts = issue.until(year.validUntil(issue.issuedOn()));
        try {
            requireStillSo(store.issue(id, counts));
        } catch (DuplicateKeyException taken) {
            throw new FaultException(Fault.CARD_NUMBER_TAKEN, "cardNumber");
        }
        news.issued(request, counts);
        return request.issued(counts);
    }

    /**
     * An issued card has been withdrawn. Because the entitlement has ended only when the hub would withdraw it: some days after
     * its last day, for an end may be put right (ADR 45).
     *
     * @throws FaultException {@code Client.Card.RequestNotFound}, also if out of reach; {@code Client.Card.WrongState};
     *     {@code Client.Card.DateInvalid}; {@code Client.Card.StillEntitled}
     */
    @Transactional
    public CardRequest withdraw(CardNumber number, CardRequest.Withdrawal withdrawal, Reach reach) {
        var request = locked(store.find(number, reach, today.date()), reach);
        var issue = request.issue();
        if (issue == null || request.state() != CardState.ISSUED) {
            throw new FaultException(Fault.CARD_STATE);
        }
        requireDay(withdrawal.withdrawnOn(), issue.issuedOn(), "withdrawnOn: issuedOn – ");
        if (withdrawal.reason() == WithdrawalReason.ENTITLEMENT_ENDED) {
            requireEnded(request, withdrawal.withdrawnOn());
        }
        requireStillSo(store.withdraw(request.id(), withdrawal));
        news.withdrawn(request, withdrawal);
        return request.withdrawn(withdrawal);
    }

    private static void requireStillSo(boolean changed) {
        if (!changed) {
            throw new FaultException(Fault.CARD_STATE);
        }
    }

    private void requireEnded(CardRequest card, LocalDate withdrawnOn) {
        var last = store.keptUntil(card.id());
        if (last == null || !last.isBefore(withdrawnOn)) {
            throw new FaultException(Fault.CARD_STILL_ENTITLED, "reason");
        }
    }

    private CardRequest locked(Optional<CardRequest> request, Reach reach) {
        return request.filter(found ->
                        ids.lock(found.educationId(), reach, today.date()).isPresent())
                .flatMap(found -> find(found.id(), reach))
                .orElseThrow(() -> new FaultException(Fault.CARD_REQUEST_NOT_FOUND));
    }

    /** Until today; what is personal is named and not told. */
    private void requireDay(LocalDate day, LocalDate first, String from) {
        if (day.isBefore(first) || day.isAfter(today.date())) {
            throw new FaultException(Fault.CARD_DATE_INVALID, from + today.date());
        }
    }
}
