package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import java.util.List;

/** Events about affiliations as {@code wsdl/events.xsd} writes them. */
final class AffiliationBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(
                    AffiliationStarted.class, dev.kapu.contract.events.AffiliationStarted.class, AffiliationBodies::of),
            new EventContract<>(
                    AffiliationEnded.class, dev.kapu.contract.events.AffiliationEnded.class, AffiliationBodies::of),
            new EventContract<>(
                    AffiliationCancelled.class,
                    dev.kapu.contract.events.AffiliationCancelled.class,
                    AffiliationBodies::of));

    private AffiliationBodies() {}

    private static Object of(AffiliationStarted started) {
        var body = new dev.kapu.contract.events.AffiliationStarted();
        body.setEventId(started.eventId().toString());
        body.setEducationId(started.subject().educationId());
        body.setInstitutionCode(started.institutionCode());
        body.setSiteSerial(started.siteSerial());
        body.setType(AffiliationType.fromValue(started.type()));
        body.setStartDate(started.startDate());
        body.setOccurredAt(Dates.at(started.occurredAt()));
        return body;
    }

    private static Object of(AffiliationEnded ended) {
        var body = new dev.kapu.contract.events.AffiliationEnded();
        body.setEventId(ended.eventId().toString());
        body.setEducationId(ended.subject().educationId());
        body.setInstitutionCode(ended.institutionCode());
        body.setSiteSerial(ended.siteSerial());
        body.setType(AffiliationType.fromValue(ended.type()));
        body.setEndDate(ended.endDate());
        body.setOccurredAt(Dates.at(ended.occurredAt()));
        body.getCardNumber().addAll(ended.cardNumbers());
        return body;
    }

    private static Object of(AffiliationCancelled cancelled) {
        var body = new dev.kapu.contract.events.AffiliationCancelled();
        body.setEventId(cancelled.eventId().toString());
        body.setEducationId(cancelled.subject().educationId());
        body.setInstitutionCode(cancelled.institutionCode());
        body.setSiteSerial(cancelled.siteSerial());
        body.setType(AffiliationType.fromValue(cancelled.type()));
        body.setStartDate(cancelled.startDate());
        body.setOccurredAt(Dates.at(cancelled.occurredAt()));
        return body;
    }
}
