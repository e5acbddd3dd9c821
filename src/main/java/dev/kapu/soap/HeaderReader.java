package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.LinkedHashMap;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads header blocks. A block that the hub does not know is refused, whether or not it must be understood. */
final class HeaderReader {
    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final int LONGEST = 200;

    private HeaderReader() {}

    /** Reads the block on which the reader stands, to its end. */
    static void read(XMLStreamReader2 reader, XRoadHeaders into) throws XMLStreamException {
        var name = reader.getLocalName();
        switch (String.valueOf(reader.getNamespaceURI())) {
            case XRoadHeaders.XROAD -> xroad(name, reader, into);
            case XRoadHeaders.REPRESENTATION ->
                into.representedParty =
                        once(into.representedParty, identifier(known(name, "representedParty"), reader));
            case XRoadHeaders.KAPU -> into.purpose = once(into.purpose, text(known(name, "purpose"), reader));
            case SECURITY -> {
                if (into.secured) {
                    throw new FaultException(Fault.HEADER_INVALID, "Security");
                }
                into.secured = true;
                reader.skipElement();
            }
            default -> throw new FaultException(Fault.UNKNOWN_HEADER, shown(name));
        }
    }

    private static void xroad(String name, XMLStreamReader2 reader, XRoadHeaders into) throws XMLStreamException {
        switch (name) {
            case "client" -> into.client = once(into.client, identifier(name, reader));
            case "service" -> into.service = once(into.service, identifier(name, reader));
            case "id" -> into.id = once(into.id, text(name, reader));
            case "userId" -> into.userId = once(into.userId, text(name, reader));
            case "issue" -> into.issue = once(into.issue, text(name, reader));
            case "protocolVersion" -> into.protocolVersion = once(into.protocolVersion, text(name, reader));
            default -> throw new FaultException(Fault.UNKNOWN_HEADER, shown(name));
        }
    }

    private static Identifier identifier(String name, XMLStreamReader2 reader) throws XMLStreamException {
        var objectType = reader.getAttributeValue(XRoadHeaders.IDENTIFIERS, "objectType");
        var parts = new LinkedHashMap<String, String>();
        while (reader.nextTag() == XMLStreamReader2.START_ELEMENT) {
            var part = reader.getLocalName();
            if (parts.size() == 8 || parts.put(part, text(part, reader)) != null) {
                throw new FaultException(Fault.HEADER_INVALID, name);
            }
        }
        return new Identifier(objectType, parts);
    }

    private static String text(String name, XMLStreamReader2 reader) throws XMLStreamException {
        var text = reader.getElementText().trim();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new FaultException(Fault.HEADER_INVALID, shown(name));
        }
        return text;
    }

    private static <T> T once(@Nullable T before, T now) {
        if (before != null) {
            throw new FaultException(Fault.HEADER_INVALID, "repeated");
        }
        return now;
    }

    private static String known(String name, String expected) {
        if (!name.equals(expected)) {
            throw new FaultException(Fault.UNKNOWN_HEADER, shown(name));
        }
        return name;
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
