package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.events.SecretChange;
import dev.kapu.registry.card.CardIssued;
import dev.kapu.registry.registration.ReviewOpened;
import dev.kapu.registry.secret.InstitutionSecretChanged;
import dev.kapu.submission.SignerRegistered;
import dev.kapu.submission.SignerRevoked;

/** Events of the Office's and the institutions' own business, as {@code wsdl/events.xsd} writes them. */
final class OwnBodies {
    private OwnBodies() {}

    static Object of(CardIssued issued) {
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

    static Object of(ReviewOpened opened) {
        var body = new dev.kapu.contract.events.ReviewOpened();
        body.setEventId(opened.eventId().toString());
        body.setReviewId(opened.review().toString());
        if (!opened.institutionCode().isEmpty()) {
            body.setInstitutionCode(opened.institutionCode());
        }
        body.setOccurredAt(Dates.at(opened.occurredAt()));
        return body;
    }

    static Object of(SignerRegistered registered) {
        var body = new dev.kapu.contract.events.SignerRegistered();
        body.setEventId(registered.eventId().toString());
        body.setInstitutionCode(registered.institutionCode());
        body.setFingerprint(registered.fingerprint());
        body.setOccurredAt(Dates.at(registered.occurredAt()));
        return body;
    }

    static Object of(SignerRevoked revoked) {
        var body = new dev.kapu.contract.events.SignerRevoked();
        body.setEventId(revoked.eventId().toString());
        body.setInstitutionCode(revoked.institutionCode());
        body.setFingerprint(revoked.fingerprint());
        body.setOccurredAt(Dates.at(revoked.occurredAt()));
        return body;
    }

    static Object of(InstitutionSecretChanged changed) {
        var body = new dev.kapu.contract.events.InstitutionSecretChanged();
        body.setEventId(changed.eventId().toString());
        body.setInstitutionCode(changed.institutionCode());
        body.setChange(SecretChange.fromValue(changed.changeWord()));
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }
}
