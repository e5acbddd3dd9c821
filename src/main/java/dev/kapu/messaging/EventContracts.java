package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.events.AmendmentReason;
import dev.kapu.contract.events.ObjectFactory;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.registration.PersonRegistered;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;

/** Registry events in the words of the contract, {@code wsdl/events.xsd}. */
final class EventContracts {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "affiliationEnded", dev.kapu.contract.events.AffiliationEnded.class,
            "affiliationStarted", dev.kapu.contract.events.AffiliationStarted.class,
            "affiliationCancelled", dev.kapu.contract.events.AffiliationCancelled.class,
            "responsibleInstitutionChanged", dev.kapu.contract.events.ResponsibleInstitutionChanged.class,
            "institutionChanged", dev.kapu.contract.events.InstitutionChanged.class,
            "personRegistered", dev.kapu.contract.events.PersonRegistered.class,
            "personAmended", dev.kapu.contract.events.PersonAmended.class);

    private final ObjectFactory contract = new ObjectFactory();
    private final JAXBContext context;

    EventContracts() {
        try {
            context = JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kind in grants and contract, e.g. {@code affiliationEnded}: the name of the event. */
    static String kind(RegistryEvent event) {
        var name = event.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    Object of(RegistryEvent event) {
        if (event instanceof AffiliationEnded ended) {
            return of(ended);
        }
        if (event instanceof AffiliationStarted started) {
            return of(started);
        }
        if (event instanceof AffiliationCancelled cancelled) {
            return of(cancelled);
        }
        if (event instanceof ResponsibleInstitutionChanged changed) {
            return of(changed);
        }
        if (event instanceof InstitutionChanged changed) {
            return of(changed);
        }
        if (event instanceof PersonRegistered registered) {
            return of(registered);
        }
        if (event instanceof PersonAmended amended) {
            return of(amended);
        }
        throw new IllegalArgumentException("no contract has the event " + kind(event));
    }

    private Object of(AffiliationEnded ended) {
        var body = contract.createAffiliationEnded();
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

    private Object of(PersonRegistered registered) {
        var body = contract.createPersonRegistered();
        body.setEventId(registered.eventId().toString());
        body.setEducationId(registered.subject().educationId());
        body.setInstitutionCode(registered.institutionCode());
        body.setSiteSerial(registered.siteSerial());
        body.setType(AffiliationType.fromValue(registered.type()));
        body.setStartDate(registered.startDate());
        body.setOccurredAt(Dates.at(registered.occurredAt()));
        return body;
    }

    private Object of(PersonAmended amended) {
        var body = contract.createPersonAmended();
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

    private Object of(AffiliationStarted started) {
        var body = contract.createAffiliationStarted();
        body.setEventId(started.eventId().toString());
        body.setEducationId(started.subject().educationId());
        body.setInstitutionCode(started.institutionCode());
        body.setSiteSerial(started.siteSerial());
        body.setType(AffiliationType.fromValue(started.type()));
        body.setStartDate(started.startDate());
        body.setOccurredAt(Dates.at(started.occurredAt()));
        return body;
    }

    private Object of(AffiliationCancelled cancelled) {
        var body = contract.createAffiliationCancelled();
        body.setEventId(cancelled.eventId().toString());
        body.setEducationId(cancelled.subject().educationId());
        body.setInstitutionCode(cancelled.institutionCode());
        body.setSiteSerial(cancelled.siteSerial());
        body.setType(AffiliationType.fromValue(cancelled.type()));
        body.setStartDate(cancelled.startDate());
        body.setOccurredAt(Dates.at(cancelled.occurredAt()));
        return body;
    }

    private Object of(ResponsibleInstitutionChanged changed) {
        var body = contract.createResponsibleInstitutionChanged();
        body.setEventId(changed.eventId().toString());
        body.setEducationId(changed.subject().educationId());
        body.setInstitutionCode(changed.newInstitutionCode());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    private Object of(InstitutionChanged changed) {
        var body = contract.createInstitutionChanged();
        body.setEventId(changed.eventId().toString());
        body.setChangeNumber(changed.change());
        body.setInstitutionCode(changed.institutionCode());
        body.getSiteSerial().addAll(changed.siteSerials());
        body.setValidFrom(changed.validFrom());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    String write(Object body) {
        try {
            var xml = new StringWriter();
            context.createMarshaller().marshal(body, xml);
            return xml.toString();
        } catch (JAXBException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    /** @throws IllegalArgumentException if there is no such kind, or the text is not of it */
    Object read(String kind, String xml) {
        var type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no event is called " + kind);
        }
        try {
            return context.createUnmarshaller()
                    .unmarshal(new StreamSource(new StringReader(xml)), type)
                    .getValue();
        } catch (JAXBException e) {
            throw new IllegalArgumentException("the body of an event is not of its kind", e);
        }
    }
}
