package dev.kapu.demo;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * An answer or event, as far as a simple program reads it: the texts of each element, by its local name.
 *
 * @param kind local name of the outermost element
 */
record Answer(String kind, Map<String, List<String>> texts) {
    private static final XMLInputFactory PARSERS = parsers();

    private static XMLInputFactory parsers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Answer read(String xml) throws IOException {
        var texts = new HashMap<String, List<String>>();
        try {
            var reader = PARSERS.createXMLStreamReader(new StringReader(xml));
            reader.nextTag();
            var kind = reader.getLocalName();
            var element = kind;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element = reader.getLocalName();
                } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                    texts.computeIfAbsent(element, any -> new ArrayList<>()).add(reader.getText());
                }
            }
            return new Answer(kind, texts);
        } catch (XMLStreamException notXml) {
            throw new IOException("the answer is not XML");
        }
    }

    /** The first. */
    Optional<String> text(String element) {
        return all(element).stream().findFirst();
    }

    /** @throws Setback if there is none */
    String one(String element) throws Setback {
        return text(element).orElseThrow(() -> new Setback(kind, "no " + element));
    }

    /** Whether it is about this person. */
    boolean isOf(String educationId) {
        return all("educationId").contains(educationId);
    }

    List<String> all(String element) {
        return texts.getOrDefault(element, List.of());
    }

    /** The code of the catalogue, if this is a fault. */
    Optional<String> fault() {
        return text("faultcode").flatMap(ignored -> text("code"));
    }

    /** @throws Setback if this is a fault, which the partner got */
    Answer unlessFault(String partner) throws Setback {
        if (outcome() != Outcome.ANSWERED) {
            throw new Setback(partner, fault().orElse("a fault without code"));
        }
        return this;
    }

    Outcome outcome() {
        if (!texts.containsKey("faultcode")) {
            return Outcome.ANSWERED;
        }
        return fault().filter(code -> code.startsWith("Client.")).isPresent() ? Outcome.REFUSED : Outcome.FAILED;
    }

    /** Hazard: must not show what was disclosed, or it would reach a log line. */
    @Override
    public String toString() {
        return "Answer";
    }
}
