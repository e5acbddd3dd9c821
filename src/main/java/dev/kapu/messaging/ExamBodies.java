package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.exams.DocumentKind;
import dev.kapu.exams.ExamDocumentRegistered;
import java.util.List;

/** Events about exam documents as {@code wsdl/events.xsd} writes them. */
final class ExamBodies {
    static final List<EventContract<?>> ALL = List.of(new EventContract<>(
            ExamDocumentRegistered.class, dev.kapu.contract.events.ExamDocumentRegistered.class, ExamBodies::of));

    private ExamBodies() {}

    private static Object of(ExamDocumentRegistered registered) {
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
}
