package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.events.ObjectFactory;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.registry.AffiliationEnded;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.stream.StreamSource;

/** Registry events in the words of the contract, {@code wsdl/events.xsd}. */
final class EventContracts {
    static final String AFFILIATION_ENDED = "affiliationEnded";

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

    String write(dev.kapu.contract.events.AffiliationEnded body) {
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
        if (!kind.equals(AFFILIATION_ENDED)) {
            throw new IllegalArgumentException("no event is called " + kind);
        }
        try {
            return context.createUnmarshaller()
                    .unmarshal(new StreamSource(new StringReader(xml)), dev.kapu.contract.events.AffiliationEnded.class)
                    .getValue();
        } catch (JAXBException e) {
            throw new IllegalArgumentException("the body of an event is not of its kind", e);
        }
    }
}
