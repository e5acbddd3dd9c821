package dev.kapu.soap.signature;

import com.ctc.wstx.exc.WstxLazyException;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Builds a tree from the same parser with which the message is processed, lest two parsers see two messages. */
final class EnvelopeTree {
    /** Many times what a signed message needs. A tree takes a hundred times the memory of its text. */
    private static final int MOST_ELEMENTS = 5_000;

    private static final DOMImplementation DOM = implementation();

    private EnvelopeTree() {}

    /**
     * @throws FaultException FORBIDDEN_XML for what SOAP 1.1 forbids: document types and processing instructions; TOO_DEEP for
     *     too many elements
     */
    static Element read(XMLStreamReader reader) throws XMLStreamException {
        try {
            return tree(reader);
        } catch (WstxLazyException malformed) {
            throw new XMLStreamException(malformed.getMessage(), malformed);
        }
    }

    private static Element tree(XMLStreamReader reader) throws XMLStreamException {
        Document document = DOM.createDocument(null, null, null);
        Node parent = document;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS) {
                        throw new FaultException(Fault.TOO_DEEP, "Security");
                    }
                    parent = parent.appendChild(element(reader, document));
                }
                case XMLStreamConstants.END_ELEMENT -> parent = parent.getParentNode();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (parent != document) {
                        parent.appendChild(document.createTextNode(reader.getText()));
                    }
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {}
                default -> throw new FaultException(Fault.FORBIDDEN_XML);
            }
        }
        return document.getDocumentElement();
    }

    private static Element element(XMLStreamReader reader, Document document) {
        Element element = document.createElementNS(
                reader.getNamespaceURI(), qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
                    uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            element.setAttributeNS(
                    namespace == null || namespace.isEmpty() ? null : namespace,
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static DOMImplementation implementation() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
