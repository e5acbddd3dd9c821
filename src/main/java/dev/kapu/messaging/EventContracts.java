package dev.kapu.messaging;

import dev.kapu.contract.events.ObjectFactory;
import dev.kapu.registry.RegistryEvent;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;

/** Registry events in the words of the contract, {@code wsdl/events.xsd}. */
final class EventContracts {
    /** A new event needs an entry and a body in the class of its feature. */
    private static final List<EventContract<?>> ALL = Stream.of(
                    PersonBodies.ALL,
                    AffiliationBodies.ALL,
                    SubmissionBodies.ALL,
                    CardBodies.ALL,
                    ExamBodies.ALL,
                    AdmissionBodies.ALL,
                    InstitutionBodies.ALL)
            .flatMap(List::stream)
            .toList();

    private final JAXBContext context;

    EventContracts() {
        try {
            context = JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    static String kind(RegistryEvent event) {
        return EventContract.kind(event.getClass());
    }

    Object of(RegistryEvent event) {
        return ALL.stream()
                .filter(contract -> contract.event().isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contract has the event " + kind(event)))
                .write(event);
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
        var type = ALL.stream()
                .filter(contract -> contract.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is called " + kind))
                .body();
        try {
            return context.createUnmarshaller()
                    .unmarshal(new StreamSource(new StringReader(xml)), type)
                    .getValue();
        } catch (JAXBException e) {
            throw new IllegalArgumentException("the body of an event is not of its kind", e);
        }
    }
}
