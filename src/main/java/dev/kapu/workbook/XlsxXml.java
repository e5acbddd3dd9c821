package dev.kapu.workbook;

import com.ctc.wstx.api.WstxInputProperties;
import dev.kapu.xml.StrictXmlFactory;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of an .xlsx, element by element; namespaces are not looked at, because the strict and the usual form differ in
 * them only. No document type, no entities.
 */
final class XlsxXml {
    /** The longest text of a cell in any spreadsheet program. */
    private static final int LONGEST = 32_767;

    /** The whole of SpreadsheetML has not many more. */
    private static final int NAMES = 1000;

    private static final StrictXmlFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final XlsxParts.Part part;

    private XlsxXml(XMLStreamReader reader, XlsxParts.Part part) {
        this.reader = reader;
        this.part = part;
    }

    interface Reading {
        void read(XlsxXml xml) throws XMLStreamException;
    }

    /** Reads a part from its beginning to its end. */
    static void read(XlsxParts parts, String name, Reading reading) throws IOException {
        try (var part = parts.open(name)) {
            var reader = FACTORY.createXMLStreamReader(part);
            try {
                reading.read(new XlsxXml(reader, part));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            throw Refusal.broken();
        }
    }

    private static StrictXmlFactory factory() {
        var factory = new StrictXmlFactory(NAMES, Refusal::broken);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 65_536);
        return factory;
    }

    /** See {@link XlsxParts.Part#found}. */
    void found() {
        part.found();
    }

    /** Goes on to the next start of an element. */
    boolean nextElement() throws XMLStreamException {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Refusal.broken();
        }
        return event;
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute that stands in a namespace, as {@code r:id} does beside an {@code id}. */
    @Nullable
    String reference(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(name) && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String attribute, int otherwise) {
        var text = attribute(attribute);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw Refusal.broken();
        }
    }

    /** The text of the element that has just begun, to its end; rich text without what only says how to pronounce it. */
    String text() throws XMLStreamException {
        var text = new StringBuilder();
        int silent = 0;
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    silent += silent > 0 || name().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    silent -= silent > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (silent == 0) {
                        append(text);
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (text.length() + reader.getTextLength() > LONGEST) {
            throw Refusal.broken();
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
}
