package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.cards.CardType;
import dev.kapu.contract.cards.WithdrawalReason;
import dev.kapu.registry.card.CardIssued;
import dev.kapu.registry.card.CardRequestRefused;
import dev.kapu.registry.card.CardRequested;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.entitlement.CardEntitlementChanged;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.entitlement.CardValidated;
import java.util.List;

/** Each event of cards as {@code wsdl/events.xsd} writes it. */
final class CardBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(CardRequested.class, dev.kapu.contract.events.CardRequested.class, CardBodies::of),
            new EventContract<>(
                    CardRequestRefused.class, dev.kapu.contract.events.CardRequestRefused.class, CardBodies::of),
            new EventContract<>(CardIssued.class, dev.kapu.contract.events.CardIssued.class, CardBodies::of),
            new EventContract<>(
                    CardEntitlementChanged.class,
                    dev.kapu.contract.events.CardEntitlementChanged.class,
                    CardBodies::of),
            new EventContract<>(CardWithdrawn.class, dev.kapu.contract.events.CardWithdrawn.class, CardBodies::of),
            new EventContract<>(CardValidated.class, dev.kapu.contract.events.CardValidated.class, CardBodies::of),
            new EventContract<>(CardLapsed.class, dev.kapu.contract.events.CardLapsed.class, CardBodies::of));

    private CardBodies() {}

    private static Object of(CardRequested from) {
        var body = new dev.kapu.contract.events.CardRequested();
        body.setEventId(from.eventId().toString());
        body.setCardRequestId(from.cardRequestId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setSiteSerial(from.siteSerial());
        body.setCardType(CardType.valueOf(from.cardType().name()));
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    private static Object of(CardRequestRefused from) {
        var body = new dev.kapu.contract.events.CardRequestRefused();
        body.setEventId(from.eventId().toString());
        body.setCardRequestId(from.cardRequestId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardType(CardType.valueOf(from.cardType().name()));
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    private static Object of(CardIssued from) {
        var body = new dev.kapu.contract.events.CardIssued();
        body.setEventId(from.eventId().toString());
        body.setCardRequestId(from.cardRequestId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.issue().cardNumber().text());
        body.setIssuedOn(from.issue().issuedOn());
        body.setValidUntil(from.issue().validUntil());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    private static Object of(CardEntitlementChanged from) {
        var body = new dev.kapu.contract.events.CardEntitlementChanged();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setEntitledUntil(from.entitledUntil());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    private static Object of(CardWithdrawn from) {
        var body = new dev.kapu.contract.events.CardWithdrawn();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setWithdrawnOn(from.withdrawnOn());
        body.setWithdrawalReason(WithdrawalReason.valueOf(from.reason().name()));
        body.setOccurredAt(Dates.at(from.occurredAt()));
        body.setHolderInstitution(from.holderInstitution());
        return body;
    }

    private static Object of(CardValidated from) {
        var body = new dev.kapu.contract.events.CardValidated();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setValidUntil(from.validUntil());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    private static Object of(CardLapsed from) {
        var body = new dev.kapu.contract.events.CardLapsed();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setValidUntil(from.validUntil());
        body.setValidatingInstitution(from.validatingInstitution());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }
}
