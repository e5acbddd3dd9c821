package dev.kapu.messaging;

import dev.kapu.admissions.AdmissionResult;
import dev.kapu.admissions.ApplicationSheetChanged;
import dev.kapu.admissions.ApplicationSheetSubmitted;
import dev.kapu.admissions.ApplicationSheetWithdrawn;
import dev.kapu.contract.Dates;
import dev.kapu.contract.events.AmendmentReason;
import dev.kapu.contract.exams.DocumentKind;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.contract.submission.Outcome;
import dev.kapu.contract.submission.State;
import dev.kapu.exams.ExamDocumentRegistered;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.entitlement.CardEntitlementChanged;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.entitlement.CardValidated;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.registration.PersonRegistered;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import dev.kapu.submission.SubmissionEntryDecided;
import dev.kapu.submission.SubmissionStateChanged;
import org.jspecify.annotations.Nullable;

/** Each event of the registry as {@code wsdl/events.xsd} writes it. */
final class EventBodies {
    private EventBodies() {}

    static Object of(AffiliationEnded ended) {
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

    static Object of(PersonRegistered registered) {
        var body = new dev.kapu.contract.events.PersonRegistered();
        body.setEventId(registered.eventId().toString());
        body.setEducationId(registered.subject().educationId());
        body.setInstitutionCode(code(registered.institutionCode()));
        body.setSiteSerial(registered.siteSerial());
        body.setType(registered.type() == null ? null : AffiliationType.fromValue(registered.type()));
        body.setStartDate(registered.startDate());
        body.setOccurredAt(Dates.at(registered.occurredAt()));
        return body;
    }

    static Object of(PersonAmended amended) {
        var body = new dev.kapu.contract.events.PersonAmended();
        body.setEventId(amended.eventId().toString());
        body.setEducationId(amended.subject().educationId());
        if (!amended.institutionCode().isEmpty()) {
            body.setInstitutionCode(amended.institutionCode());
        }
        body.setReason(AmendmentReason.fromValue(amended.reason()));
        body.setChangedOn(amended.changedOn());
        body.getChangedField().addAll(amended.changedFields());
        body.setOccurredAt(Dates.at(amended.occurredAt()));
        return body;
    }

    static Object of(AffiliationStarted started) {
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

    static Object of(AffiliationCancelled cancelled) {
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

    static Object of(ResponsibleInstitutionChanged changed) {
        var body = new dev.kapu.contract.events.ResponsibleInstitutionChanged();
        body.setEventId(changed.eventId().toString());
        body.setEducationId(changed.subject().educationId());
        body.setInstitutionCode(changed.newInstitutionCode());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    static Object of(PersonsMerged merged) {
        var body = new dev.kapu.contract.events.PersonsMerged();
        body.setEventId(merged.eventId().toString());
        body.setEducationId(merged.survivor());
        body.setRetiredEducationId(merged.retired());
        body.setOccurredAt(Dates.at(merged.occurredAt()));
        return body;
    }

    static Object of(InstitutionChanged changed) {
        var body = new dev.kapu.contract.events.InstitutionChanged();
        body.setEventId(changed.eventId().toString());
        body.setChangeNumber(changed.change());
        body.setInstitutionCode(changed.institutionCode());
        body.getSiteSerial().addAll(changed.siteSerials());
        body.setValidFrom(changed.validFrom());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    static Object of(SubmissionStateChanged changed) {
        var body = new dev.kapu.contract.events.SubmissionStateChanged();
        body.setEventId(changed.eventId().toString());
        body.setSubmissionNumber(changed.number());
        body.setFormCode(changed.form().code());
        body.setInstitutionCode(changed.institutionCode());
        body.setState(State.fromValue(changed.stateWord()));
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    static Object of(ExamDocumentRegistered registered) {
        var body = new dev.kapu.contract.events.ExamDocumentRegistered();
        body.setEventId(registered.eventId().toString());
        body.setEducationId(registered.subject().educationId());
        body.setInstitutionCode(registered.institutionCode());
        body.setDocumentNumber(registered.documentNumber());
        body.setDocumentKind(DocumentKind.fromValue(registered.kind().word()));
        body.setDocumentVersion(registered.version());
        body.setOccurredAt(Dates.at(registered.occurredAt()));
        return body;
    }

    static Object of(SubmissionEntryDecided decided) {
        var body = new dev.kapu.contract.events.SubmissionEntryDecided();
        body.setEventId(decided.eventId().toString());
        body.setSubmissionNumber(decided.number());
        body.setPosition(decided.position());
        body.setInstitutionCode(decided.institutionCode());
        body.setOutcome(Outcome.fromValue(decided.outcomeWord()));
        body.setOccurredAt(Dates.at(decided.occurredAt()));
        return body;
    }

    static Object of(CardEntitlementChanged from) {
        var body = new dev.kapu.contract.events.CardEntitlementChanged();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setEntitledUntil(from.entitledUntil());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    static Object of(CardWithdrawn from) {
        var body = new dev.kapu.contract.events.CardWithdrawn();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setWithdrawnOn(from.withdrawnOn());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    static Object of(CardValidated from) {
        var body = new dev.kapu.contract.events.CardValidated();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setValidUntil(from.validUntil());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    static Object of(CardLapsed from) {
        var body = new dev.kapu.contract.events.CardLapsed();
        body.setEventId(from.eventId().toString());
        body.setEducationId(from.subject().educationId());
        body.setInstitutionCode(from.institutionCode());
        body.setCardNumber(from.cardNumber());
        body.setValidUntil(from.validUntil());
        body.setOccurredAt(Dates.at(from.occurredAt()));
        return body;
    }

    static Object of(ApplicationSheetSubmitted submitted) {
        var body = new dev.kapu.contract.events.ApplicationSheetSubmitted();
        body.setEventId(submitted.eventId().toString());
        body.setSheetNumber(submitted.sheet());
        body.setProcedure(submitted.procedure());
        body.setEducationId(submitted.subject().educationId());
        body.setInstitutionCode(code(submitted.institutionCode()));
        body.setOccurredAt(Dates.at(submitted.occurredAt()));
        return body;
    }

    static Object of(ApplicationSheetChanged changed) {
        var body = new dev.kapu.contract.events.ApplicationSheetChanged();
        body.setEventId(changed.eventId().toString());
        body.setSheetNumber(changed.sheet());
        body.getVoids().addAll(changed.voids());
        body.setProcedure(changed.procedure());
        body.setEducationId(changed.subject().educationId());
        body.setInstitutionCode(code(changed.institutionCode()));
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    static Object of(ApplicationSheetWithdrawn withdrawn) {
        var body = new dev.kapu.contract.events.ApplicationSheetWithdrawn();
        body.setEventId(withdrawn.eventId().toString());
        body.setSheetNumber(withdrawn.sheet());
        body.setProcedure(withdrawn.procedure());
        body.setEducationId(withdrawn.subject().educationId());
        body.setInstitutionCode(code(withdrawn.institutionCode()));
        body.setOccurredAt(Dates.at(withdrawn.occurredAt()));
        return body;
    }

    static Object of(AdmissionResult result) {
        var body = new dev.kapu.contract.events.AdmissionResult();
        body.setEventId(result.eventId().toString());
        body.setSheetNumber(result.sheet());
        body.setProcedure(result.procedure());
        body.setEducationId(result.subject().educationId());
        var place = result.admittedTo();
        body.setOutcome(
                place == null
                        ? dev.kapu.contract.admission.Outcome.NOT_ADMITTED
                        : dev.kapu.contract.admission.Outcome.ADMITTED);
        if (place != null) {
            body.setInstitutionCode(place.school().text());
            body.setStudyArea(place.area().code());
        }
        body.setOccurredAt(Dates.at(result.occurredAt()));
        return body;
    }

    private static @Nullable String code(String institution) {
        return institution.isEmpty() ? null : institution;
    }
}
