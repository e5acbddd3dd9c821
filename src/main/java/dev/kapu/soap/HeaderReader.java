package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.LinkedHashMap;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads header blocks. A block that the hub does not know is refused, whether or not it must be understood. */
final class HeaderReader {
    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final int LONGEST = 200;
    private static final int LONGEST_PURPOSE = 100;

    private static final Parts CLIENT = new Parts(
            XRoadHeaders.IDENTIFIERS,
            Set.of("MEMBER", "SUBSYSTEM"),
            Set.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode"));
    private static final Parts SERVICE = new Parts(
            XRoadHeaders.IDENTIFIERS,
            Set.of("SERVICE"),
            Set.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode", "serviceCode", "serviceVersion"));
    private static final Parts PARTY =
            new Parts(XRoadHeaders.REPRESENTATION, Set.of(), Set.of("partyClass", "partyCode"));

    /** What {@code xroad-identifiers.xsd} and {@code xroad-representation.xsd} allow in a header. */
    private record Parts(String namespace, Set<String> objectTypes, Set<String> names) {}

    private HeaderReader() {}

    /** Reads the block on which the reader stands, to its end. */
    static void read(XMLStreamReader2 reader, XRoadHeaders into) throws XMLStreamException {
        var name = reader.getLocalName();
        switch (String.valueOf(reader.getNamespaceURI())) {
            case XRoadHeaders.XROAD -> xroad(name, reader, into);
            case XRoadHeaders.REPRESENTATION ->
                into.representedParty =
                        once(into.representedParty, identifier(known(name, "representedParty"), PARTY, reader));
            case XRoadHeaders.KAPU ->
                into.purpose = once(into.purpose, text(known(name, "purpose"), LONGEST_PURPOSE, reader));
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
            case "client" -> into.client = once(into.client, identifier(name, CLIENT, reader));
            case "service" -> into.service = once(into.service, identifier(name, SERVICE, reader));
            case "id" -> into.id = once(into.id, text(name, LONGEST, reader));
            case "userId" -> into.userId = once(into.userId, text(name, LONGEST, reader));
            case "issue" -> into.issue = once(into.issue, text(name, LONGEST, reader));
            case "protocolVersion" -> into.protocolVersion = once(into.protocolVersion, text(name, LONGEST, reader));
            default -> throw new FaultException(Fault.UNKNOWN_HEADER, shown(name));
        }
    }

    private static Identifier identifier(String name, Parts allowed, XMLStreamReader2 reader)
            throws XMLStreamException {
        var type = reader.getAttributeValue(XRoadHeaders.IDENTIFIERS, "objectType");
        if (type != null && !allowed.objectTypes().contains(type)) {
            throw new FaultException(Fault.HEADER_INVALID, name);
        }
        var parts = new LinkedHashMap<String, String>();
        while (next(name, reader) == XMLStreamConstants.START_ELEMENT) {
            var part = reader.getLocalName();
            if (!allowed.namespace().equals(reader.getNamespaceURI())
                    || !allowed.names().contains(part)
                    || parts.put(part, text(part, LONGEST, reader)) != null) {
                throw new FaultException(Fault.HEADER_INVALID, name);
            }
        }
        return new Identifier(type, parts);
    }

    /** The next tag; between tags there is only white space. */
    private static int next(String name, XMLStreamReader2 reader) throws XMLStreamException {
        int event = reader.next();
        while (event == XMLStreamConstants.COMMENT || reader.isWhiteSpace()) {
            event = reader.next();
        }
        return only(name, event, XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT);
    }

    private static String text(String name, int longest, XMLStreamReader2 reader) throws XMLStreamException {
        var text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event != XMLStreamConstants.COMMENT) {
                only(name, event, XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA);
                text.append(reader.getText());
            }
        }
        var value = text.toString().strip();
        if (value.isEmpty() || value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw new FaultException(Fault.HEADER_INVALID, shown(name));
        }
        return value;
    }

    private static int only(String name, int event, int one, int other) {
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FaultException(Fault.FORBIDDEN_XML);
        }
        if (event != one && event != other) {
            throw new FaultException(Fault.HEADER_INVALID, shown(name));
        }
        return event;
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
