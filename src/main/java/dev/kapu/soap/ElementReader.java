package dev.kapu.soap;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;
import org.codehaus.stax2.validation.XMLValidationSchema;

/** Ends validation with the element it stands on: JAXB reads one token further, which the schema does not know. */
final class ElementReader extends StreamReader2Delegate {
    private final XMLStreamReader2 reader;
    private final XMLValidationSchema schema;
    private int depth = 1;
    private String lastStarted;

    ElementReader(XMLStreamReader2 reader, XMLValidationSchema schema) {
        super(reader);
        this.reader = reader;
        this.schema = schema;
        this.lastStarted = reader.getLocalName();
    }

    /** Local name of the element that was opened last. */
    String lastStarted() {
        return lastStarted;
    }

    @Override
    public int next() throws XMLStreamException {
        if (depth == 0) {
            reader.stopValidatingAgainst(schema);
        }
        int event = reader.next();
        if (event == START_ELEMENT) {
            depth++;
            lastStarted = reader.getLocalName();
        } else if (event == END_ELEMENT) {
            depth--;
        }
        return event;
    }
}
