package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads a SOAP 1.1 envelope (W3C Note, section 4) strictly: one header at most, one body with one child. */
final class EnvelopeReader {
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final Bodies bodies;

    EnvelopeReader(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads up to the body. A header block that is refused does not keep the others from being read.
     *
     * @throws FaultException with whatever was understood until then left in {@code into}
     */
    void head(XMLStreamReader2 reader, Reading into, Problems problems) {
        try {
            start(reader, "Envelope");
            start(reader, null);
            if (soap(reader, "Header")) {
                while (tag(reader) == XMLStreamConstants.START_ELEMENT) {
                    int depth = reader.getDepth();
                    problems.attempt(() -> HeaderReader.read(reader, into.headers));
                    while (!reader.isEndElement() || reader.getDepth() > depth) {
                        reader.next();
                    }
                }
                start(reader, null);
            }
            if (!soap(reader, "Body")) {
                throw new FaultException(Fault.NOT_SOAP);
            }
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }

    /** Reads the body, and then that nothing follows. */
    void body(XMLStreamReader2 reader, Service service, Reading into) {
        try {
            into.body = bodies.readNext(service, reader, operation -> into.operation = operation);
            end(reader);
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }

    /** Reads no more of the body than which operation it names. */
    void name(XMLStreamReader2 reader, Service service, Reading into) {
        try {
            if (tag(reader) == XMLStreamConstants.START_ELEMENT) {
                into.operation = service.byElement().get(reader.getName());
            }
        } catch (XMLStreamException malformed) {
            throw XmlInput.fault(malformed);
        }
    }

    /** After the body's child only the ends of Body and Envelope may come. */
    private static void end(XMLStreamReader2 reader) throws XMLStreamException {
        for (int ends = 0; ; reader.next()) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.DTD ->
                    throw new FaultException(Fault.INVALID, "Body");
                case XMLStreamConstants.END_ELEMENT -> ends++;
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (ends < 2 && !reader.isWhiteSpace()) {
                        throw new FaultException(Fault.INVALID, "Body");
                    }
                }
                default -> {}
            }
        }
    }

    private static void start(XMLStreamReader2 reader, @Nullable String name) throws XMLStreamException {
        if (tag(reader) != XMLStreamConstants.START_ELEMENT || (name != null && !soap(reader, name))) {
            throw new FaultException(Fault.NOT_SOAP);
        }
    }

    /** Like {@code nextTag}, but tells what else it met. SOAP 1.1 forbids both document types and instructions. */
    private static int tag(XMLStreamReader2 reader) throws XMLStreamException {
        while (true) {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return event;
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.PROCESSING_INSTRUCTION,
                        XMLStreamConstants.ENTITY_REFERENCE -> throw new FaultException(Fault.FORBIDDEN_XML);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!reader.isWhiteSpace()) {
                        throw new FaultException(Fault.NOT_SOAP);
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean soap(XMLStreamReader2 reader, String name) {
        return name.equals(reader.getLocalName()) && SOAP.equals(reader.getNamespaceURI());
    }
}
