package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.events.AmendmentReason;
import dev.kapu.contract.events.ObjectFactory;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.registry.AffiliationEnded;
import dev.kapu.registry.PersonAmended;
import dev.kapu.registry.PersonsRegistered;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;

/** Registry events in the words of the contract, {@code wsdl/events.xsd}. */
final class EventContracts {
    static final String AFFILIATION_ENDED = "affiliationEnded";
    static final String PERSON_REGISTERED = "personRegistered";
    static final String PERSON_AMENDED = "personAmended";

    private static final Map<String, Class<?>> KINDS = Map.of(
            AFFILIATION_ENDED, dev.kapu.contract.events.AffiliationEnded.class,
            PERSON_REGISTERED, dev.kapu.contract.events.PersonRegistered.class,
            PERSON_AMENDED, dev.kapu.contract.events.PersonAmended.class);

    private final ObjectFactory contract = new ObjectFactory();
    private final JAXBContext context;

    EventContracts() {
        try {
            context = JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    dev.kapu.contract.events.AffiliationEnded of(AffiliationEnded ended) {
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

    dev.kapu.contract.events.PersonRegistered of(PersonsRegistered.One registered) {
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

    dev.kapu.contract.events.PersonAmended of(PersonAmended amended) {
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
        var type = KINDS.get(kind);
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
