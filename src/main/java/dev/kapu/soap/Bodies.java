package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Operation;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Between body elements and contract types. Validates while it reads: one pass over the message. */
final class Bodies {
    private final Pool<Unmarshaller> unmarshallers;
    private final Pool<Marshaller> marshallers;
    private final XmlInput input = new XmlInput(1_048_576, 32);

    Bodies(List<Service> services, Collection<Class<?>> events) {
        var classes = Stream.concat(
                        services.stream()
                                .flatMap(service -> service.operations().stream())
                                .flatMap(operation -> Stream.of(operation.request(), operation.answer())),
                        events.stream())
                .toArray(Class<?>[]::new);
        try {
            var context = JAXBContext.newInstance(classes);
            unmarshallers = new Pool<>(() -> made(context::createUnmarshaller));
            marshallers = new Pool<>(() -> made(() -> {
                var marshaller = context.createMarshaller();
                marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
                return marshaller;
            }));
        } catch (JAXBException e) {
            throw new IllegalStateException("the contract types do not fit together", e);
        }
    }

    /**
     * Reads the next element as the body of an operation, and leaves the reader on what follows its end.
     *
     * @throws FaultException {@code UNKNOWN_OPERATION}, or {@code INVALID} with the name of the element at fault
     */
    BodyElement readNext(Service service, XMLStreamReader2 reader) throws XMLStreamException {
        var problems = new FirstProblem(reader);
        reader.setValidationProblemHandler(problems);
        reader.validateAgainst(service.schema());
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.isEndElement() || reader.getEventType() == XMLStreamConstants.DTD) {
                throw new FaultException(reader.isEndElement() ? Fault.UNKNOWN_OPERATION : Fault.FORBIDDEN_XML);
            }
        }
        var operation = service.byElement().get(reader.getName());
        if (operation == null) {
            throw new FaultException(Fault.UNKNOWN_OPERATION);
        }
        try {
            var element = new ElementReader(reader, service.schema());
            problems.within(element);
            var body = unmarshallers.use(unmarshaller -> unmarshaller.unmarshal(element, operation.request()));
            problems.refuse();
            return new BodyElement(operation, body.getValue());
        } catch (JAXBException unreadable) {
            if (unreadable.getLinkedException() instanceof XMLStreamException malformed) {
                throw XmlInput.fault(malformed);
            }
            problems.refuse();
            throw new FaultException(Fault.INVALID, operation.name());
        }
    }

    /** Reads a body that is a document of its own. */
    Object readAlone(Service service, Operation operation, byte[] xml) {
        var reader = input.open(xml, null);
        try {
            var found = readNext(service, reader);
            if (!found.operation().equals(operation)) {
                throw new FaultException(Fault.ACTION_MISMATCH);
            }
            while (reader.hasNext()) {
                reader.next();
            }
            return found.body();
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }

    byte[] write(Object body) {
        var bytes = new ByteArrayOutputStream(1024);
        try {
            marshallers.use(marshaller -> {
                marshaller.marshal(body, bytes);
                return marshaller;
            });
        } catch (JAXBException e) {
            throw new IllegalStateException(body.getClass().getSimpleName() + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private interface Maker<T> {
        T make() throws JAXBException;
    }

    private static <T> T made(Maker<T> maker) {
        try {
            return maker.make();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
