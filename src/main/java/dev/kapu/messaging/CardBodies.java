package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.registry.card.CardIssued;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.entitlement.CardEntitlementChanged;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.entitlement.CardValidated;
import java.util.List;

/** Events about cards as {@code wsdl/events.xsd} writes them. */
final class CardBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(
                    CardEntitlementChanged.class,
                    dev.kapu.contract.events.CardEntitlementChanged.class,
                    CardBodies::of),
            new EventContract<>(CardWithdrawn.class, dev.kapu.contract.events.CardWithdrawn.class, CardBodies::of),
            new EventContract<>(CardValidated.class, dev.kapu.contract.events.CardValidated.class, CardBodies::of),
            new EventContract<>(CardLapsed.class, dev.kapu.contract.events.CardLapsed.class, CardBodies::of),
            new EventContract<>(CardIssued.class, dev.kapu.contract.events.CardIssued.class, CardBodies::of));

    private CardBodies() {}

    private static Object of(CardEntitlementChanged changed) {
        var body = new dev.kapu.contract.events.CardEntitlementChanged();
        body.setEventId(changed.eventId().toString());
        body.setEducationId(changed.subject().educationId());
        body.setInstitutionCode(changed.institutionCode());
        body.setCardNumber(changed.cardNumber());
        body.setEntitledUntil(changed.entitledUntil());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    private static Object of(CardWithdrawn withdrawn) {
        var body = new dev.kapu.contract.events.CardWithdrawn();
        body.setEventId(withdrawn.eventId().toString());
        body.setEducationId(withdrawn.subject().educationId());
        body.setInstitutionCode(withdrawn.institutionCode());
        body.setCardNumber(withdrawn.cardNumber());
        body.setWithdrawnOn(withdrawn.withdrawnOn());
        body.setOccurredAt(Dates.at(withdrawn.occurredAt()));
        return body;
    }

    private static Object of(CardValidated validated) {
        var body = new dev.kapu.contract.events.CardValidated();
        body.setEventId(validated.eventId().toString());
        body.setEducationId(validated.subject().educationId());
        body.setInstitutionCode(validated.institutionCode());
        body.setCardNumber(validated.cardNumber());
        body.setValidUntil(validated.validUntil());
        body.setOccurredAt(Dates.at(validated.occurredAt()));
        return body;
    }

    private static Object of(CardLapsed lapsed) {
        var body = new dev.kapu.contract.events.CardLapsed();
        body.setEventId(lapsed.eventId().toString());
        body.setEducationId(lapsed.subject().educationId());
        body.setInstitutionCode(lapsed.institutionCode());
        body.setCardNumber(lapsed.cardNumber());
        body.setValidUntil(lapsed.validUntil());
        body.setOccurredAt(Dates.at(lapsed.occurredAt()));
        return body;
    }

    private static Object of(CardIssued issued) {
        var body = new dev.kapu.contract.events.CardIssued();
        body.setEventId(issued.eventId().toString());
        body.setEducationId(issued.subject().educationId());
        body.setInstitutionCode(issued.institutionCode());
        body.setCardRequestId(issued.request().toString());
        body.setCardNumber(issued.cardNumber());
        body.setValidUntil(issued.validUntil());
        body.setOccurredAt(Dates.at(issued.occurredAt()));
        return body;
    }
}
