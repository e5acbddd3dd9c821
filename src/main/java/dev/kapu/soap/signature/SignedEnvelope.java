package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;

/**
 * The parts of an envelope by their place: exactly one header and then one body, in the header exactly one
 * {@code Security}, in it one timestamp, one signature and at most one certificate.
 *
 * @param blocks header blocks other than {@code Security}
 */
record SignedEnvelope(
        Element body, List<Element> blocks, Element timestamp, Element signature, Optional<Element> token) {
    private static final List<String> ID_NAMESPACES = List.of(Names.WSU, XMLConstants.XML_NS_URI);

    static SignedEnvelope of(Element envelope) {
        List<Element> parts = Elements.children(envelope);
        if (!Elements.is(envelope, Names.SOAP, "Envelope")
                || parts.size() != 2
                || !Elements.is(parts.get(0), Names.SOAP, "Header")
                || !Elements.is(parts.get(1), Names.SOAP, "Body")
                || Elements.children(parts.get(1)).size() != 1) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "Envelope");
        }
        idsAreUnique(envelope, new HashSet<>());
        List<Element> blocks = new ArrayList<>(Elements.children(parts.get(0)));
        Element security = Elements.one(parts.get(0), Names.WSSE, "Security");
        blocks.remove(security);
        if (security.hasAttributeNS(Names.SOAP, "actor")) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "Security");
        }
        List<Element> tokens = Elements.children(security, Names.WSSE, "BinarySecurityToken");
        if (Elements.children(security, Names.WSU, "Timestamp").isEmpty()) {
            throw new FaultException(Fault.SIGNATURE_COVERAGE, "Timestamp");
        }
        Element timestamp = Elements.one(security, Names.WSU, "Timestamp");
        Element signature = Elements.one(security, Names.DS, "Signature");
        if (tokens.size() > 1 || Elements.children(security).size() != tokens.size() + 2) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "Security");
        }
        return new SignedEnvelope(
                parts.get(1),
                List.copyOf(blocks),
                timestamp,
                signature,
                tokens.stream().findFirst());
    }

    /** What a signature may refer to, by {@code wsu:Id}. Whatever else bears an id does not count. */
    Map<String, Element> referable() {
        Map<String, Element> referable = new HashMap<>();
        mustBeSigned().forEach(element -> refer(element, referable));
        token.ifPresent(element -> refer(element, referable));
        return referable;
    }

    List<Element> mustBeSigned() {
        List<Element> elements = new ArrayList<>(blocks);
        elements.add(timestamp);
        elements.add(body);
        return elements;
    }

    private static void refer(Element element, Map<String, Element> referable) {
        String id = element.getAttributeNS(Names.WSU, "Id");
        if (!id.isEmpty()) {
            referable.put(id, element);
        }
    }

    private static void idsAreUnique(Element element, Set<String> seen) {
        for (String namespace : ID_NAMESPACES) {
            String id = element.getAttributeNS(namespace, namespace.equals(Names.WSU) ? "Id" : "id");
            if (!id.isEmpty() && !seen.add(id)) {
                throw new FaultException(Fault.SIGNATURE_INVALID, "Id");
            }
        }
        for (Element child : Elements.children(element)) {
            idsAreUnique(child, seen);
        }
    }
}
