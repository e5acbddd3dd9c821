package dev.kapu.soap;

import com.ctc.wstx.api.WstxInputProperties;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.xml.StrictXmlFactory;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Opens XML from outside: no document type, no entities, bounded in depth, in names and in every length. */
final class XmlInput {
    /** How Woodstox begins to say it; behind that it may quote names of the document. */
    private static final Pattern LIMIT = Pattern.compile("(Maximum [A-Za-z ]+|Text size|Attribute) limit \\(");

    private static final Pattern ENTITY = Pattern.compile("Undeclared general entity \"|Entity \"|"
            + "Illegal entity expansion: |Illegal reference to unparsed external entity |"
            + "Encountered a reference to external ");

    /** All contracts together have not half as many. */
    private static final int NAMES = 1000;

    private final StrictXmlFactory factory =
            new StrictXmlFactory(NAMES, () -> new FaultException(Fault.TOO_DEEP, "names"));

    /** A number or a moment of a megabyte takes minutes to read: only a workbook has more than so many characters. */
    private static final int TEXT = 65_536;

    /** For messages without a workbook. */
    static XmlInput ordinary(SoapProperties limits) {
        return new XmlInput(limits.maxBytes(), Math.min(limits.maxBytes(), TEXT), limits.maxDepth());
    }

    /** For messages whose one element may be nearly as long as they are. */
    static XmlInput ofWorkbooks(int maxBytes, SoapProperties limits) {
        return new XmlInput(maxBytes, maxBytes, limits.maxDepth());
    }

    private XmlInput(int maxBytes, int maxText, int maxDepth) {
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, maxDepth);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 65_536);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, maxText);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) maxBytes);
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, 100_000);
    }

    /** Opens the same message once more. */
    interface Opening {
        XMLStreamReader2 open();
    }

    /** @param encoding as the transport states it; null to find out from the document */
    XMLStreamReader2 open(byte[] xml, @Nullable String encoding) {
        try {
            var stream = new ByteArrayInputStream(xml);
            return (XMLStreamReader2)
                    (encoding == null
                            ? factory.createXMLStreamReader(stream)
                            : factory.createXMLStreamReader(stream, encoding));
        } catch (XMLStreamException malformed) {
            throw fault(malformed);
        }
    }

    /** The fault for what the parser said. Its message is dropped: it may quote the document. */
    static FaultException fault(XMLStreamException thrown) {
        var said = String.valueOf(thrown.getMessage());
        if (LIMIT.matcher(said).lookingAt()) {
            return new FaultException(Fault.TOO_DEEP, line(thrown));
        }
        boolean entity = ENTITY.matcher(said).lookingAt();
        return new FaultException(entity ? Fault.FORBIDDEN_XML : Fault.MALFORMED_XML, line(thrown));
    }

    private static @Nullable String line(XMLStreamException thrown) {
        var at = thrown.getLocation();
        return at == null ? null : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }
}
