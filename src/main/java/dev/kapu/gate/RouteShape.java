package dev.kapu.gate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.xml.out.ModelWriter;

/**
 * The words a route may use at all. Camel knows many more, each release some others: an error handler that leads a
 * message elsewhere, a precondition that leaves a route out, a step that is disabled. What is not listed is refused.
 */
final class RouteShape {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "route", Set.of("id", "description"),
            "from", Set.of("id", "description", "uri"),
            "bean", Set.of("id", "description", "ref", "method"),
            "to", Set.of("id", "description", "uri"));

    private RouteShape() {}

    /** Elements and attributes of the route that are none of these, in the order in which they stand there. */
    static List<String> foreign(RouteDefinition route) {
        try {
            var xml = new StringWriter();
            new ModelWriter(xml).writeRouteDefinition(route);
            return foreign(XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml.toString())));
        } catch (IOException | XMLStreamException unreadable) {
            throw new IllegalStateException("route " + route.getRouteId() + " cannot be read", unreadable);
        }
    }

    private static List<String> foreign(XMLStreamReader xml) throws XMLStreamException {
        var foreign = new ArrayList<String>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var element = xml.getLocalName();
            var attributes = WORDS.get(element);
            if (attributes == null) {
                foreign.add("<" + element + ">");
                continue;
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (!attributes.contains(xml.getAttributeLocalName(i))) {
                    foreign.add(xml.getAttributeLocalName(i));
                }
            }
        }
        return foreign;
    }
}
