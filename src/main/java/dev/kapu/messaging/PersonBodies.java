package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.events.AmendmentReason;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.registration.PersonRegistered;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.registration.ReviewOpened;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events about persons, who answers for them and whether they are one, as {@code wsdl/events.xsd} writes them. */
final class PersonBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(
                    PersonRegistered.class, dev.kapu.contract.events.PersonRegistered.class, PersonBodies::of),
            new EventContract<>(PersonAmended.class, dev.kapu.contract.events.PersonAmended.class, PersonBodies::of),
            new EventContract<>(PersonsMerged.class, dev.kapu.contract.events.PersonsMerged.class, PersonBodies::of),
            new EventContract<>(
                    ResponsibleInstitutionChanged.class,
                    dev.kapu.contract.events.ResponsibleInstitutionChanged.class,
                    PersonBodies::of),
            new EventContract<>(ReviewOpened.class, dev.kapu.contract.events.ReviewOpened.class, PersonBodies::of));

    private PersonBodies() {}

    private static Object of(PersonRegistered registered) {
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

    private static Object of(PersonAmended amended) {
        var body = new dev.kapu.contract.events.PersonAmended();
        body.setEventId(amended.eventId().toString());
        body.setEducationId(amended.subject().educationId());
        body.setInstitutionCode(code(amended.institutionCode()));
        body.setReason(AmendmentReason.fromValue(amended.reason()));
        body.setChangedOn(amended.changedOn());
        body.getChangedField().addAll(amended.changedFields());
        body.setOccurredAt(Dates.at(amended.occurredAt()));
        return body;
    }

    private static Object of(PersonsMerged merged) {
        var body = new dev.kapu.contract.events.PersonsMerged();
        body.setEventId(merged.eventId().toString());
        body.setEducationId(merged.survivor());
        body.setRetiredEducationId(merged.retired());
        body.setOccurredAt(Dates.at(merged.occurredAt()));
        return body;
    }

    private static Object of(ResponsibleInstitutionChanged changed) {
        var body = new dev.kapu.contract.events.ResponsibleInstitutionChanged();
        body.setEventId(changed.eventId().toString());
        body.setEducationId(changed.subject().educationId());
        body.setInstitutionCode(changed.newInstitutionCode());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    private static Object of(ReviewOpened opened) {
        var body = new dev.kapu.contract.events.ReviewOpened();
        body.setEventId(opened.eventId().toString());
        body.setReviewId(opened.review().toString());
        body.setInstitutionCode(code(opened.institutionCode()));
        body.setOccurredAt(Dates.at(opened.occurredAt()));
        return body;
    }

    private static @Nullable String code(String institution) {
        return institution.isEmpty() ? null : institution;
    }
}
