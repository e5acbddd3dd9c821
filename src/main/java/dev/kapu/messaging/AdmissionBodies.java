package dev.kapu.messaging;

import dev.kapu.admissions.AdmissionResult;
import dev.kapu.admissions.ApplicationSheetChanged;
import dev.kapu.admissions.ApplicationSheetSubmitted;
import dev.kapu.admissions.ApplicationSheetWithdrawn;
import dev.kapu.contract.Dates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events about application sheets as {@code wsdl/events.xsd} writes them. */
final class AdmissionBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(
                    ApplicationSheetSubmitted.class,
                    dev.kapu.contract.events.ApplicationSheetSubmitted.class,
                    AdmissionBodies::of),
            new EventContract<>(
                    ApplicationSheetChanged.class,
                    dev.kapu.contract.events.ApplicationSheetChanged.class,
                    AdmissionBodies::of),
            new EventContract<>(
                    ApplicationSheetWithdrawn.class,
                    dev.kapu.contract.events.ApplicationSheetWithdrawn.class,
                    AdmissionBodies::of),
            new EventContract<>(
                    AdmissionResult.class, dev.kapu.contract.events.AdmissionResult.class, AdmissionBodies::of));

    private AdmissionBodies() {}

    private static Object of(ApplicationSheetSubmitted submitted) {
        var body = new dev.kapu.contract.events.ApplicationSheetSubmitted();
        body.setEventId(submitted.eventId().toString());
        body.setSheetNumber(submitted.sheet());
        body.setProcedure(submitted.procedure());
        body.setEducationId(submitted.subject().educationId());
        body.setInstitutionCode(code(submitted.institutionCode()));
        body.setOccurredAt(Dates.at(submitted.occurredAt()));
        return body;
    }

    private static Object of(ApplicationSheetChanged changed) {
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

    private static Object of(ApplicationSheetWithdrawn withdrawn) {
        var body = new dev.kapu.contract.events.ApplicationSheetWithdrawn();
        body.setEventId(withdrawn.eventId().toString());
        body.setSheetNumber(withdrawn.sheet());
        body.setProcedure(withdrawn.procedure());
        body.setEducationId(withdrawn.subject().educationId());
        body.setInstitutionCode(code(withdrawn.institutionCode()));
        body.setOccurredAt(Dates.at(withdrawn.occurredAt()));
        return body;
    }

    private static Object of(AdmissionResult result) {
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
        body.setResultVersion(result.version());
        var before = result.noLongerAdmittedBy();
        body.setNoLongerAdmittedBy(before == null ? null : before.text());
        body.setOccurredAt(Dates.at(result.occurredAt()));
        return body;
    }

    private static @Nullable String code(String institution) {
        return institution.isEmpty() ? null : institution;
    }
}
