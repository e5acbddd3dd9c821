package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Hashes;
import dev.kapu.gate.Operation;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Between body elements and contract types. Validates while it reads: one pass over the message. */
final class Bodies {
    private final Map<Class<?>, BodyTypes> types = new HashMap<>();
    private final SoapProperties limits;
    private final XmlInput input;

    Bodies(List<Service> services, Collection<Class<?>> events, SoapProperties limits) {
        this.limits = limits;
        this.input = XmlInput.ordinary(limits);
        for (var service : services) {
            register(service.operations().stream()
                    .flatMap(operation -> Stream.of(operation.request(), operation.answer()))
                    .toList());
        }
        register(events);
    }

    private void register(Collection<Class<?>> classes) {
        var together = new BodyTypes(classes);
        classes.forEach(type -> types.put(type, together));
    }

    /**
     * Reads the next element as the body of an operation, and leaves the reader on what follows its end.
     *
     * @param named told the operation as soon as it is known, valid or not
     * @throws FaultException {@code UNKNOWN_OPERATION}, or {@code INVALID} with the name of the element at fault
     */
    BodyElement readNext(Service service, XMLStreamReader2 reader, Consumer<Operation> named)
            throws XMLStreamException {
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
        named.accept(operation);
        try {
            var element = new ElementReader(reader, service.schema());
            problems.within(element, operation.request());
            var body = of(operation.request()).read(element, operation.request(), problems);
            problems.refuse();
            return new BodyElement(operation, body);
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
        if (xml.length > limits.maxBytes()) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        var reader = input.open(xml, null);
        try {
            var found = readNext(service, reader, ignored -> {});
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
        of(body.getClass()).write(body, bytes);
        return bytes.toByteArray();
    }

    byte[] hash(Object body) {
        var hashed = new DigestOutputStream(OutputStream.nullOutputStream(), Hashes.sha256());
        of(body.getClass()).write(body, hashed);
        return hashed.getMessageDigest().digest();
    }

    private BodyTypes of(Class<?> type) {
        var found = types.get(type);
        if (found == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is the body of no contract");
        }
        return found;
    }
}
