package dev.kapu.soap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;
import org.codehaus.stax2.validation.XMLValidationSchema;

/** Ends validation with the element it stands on: JAXB reads one token further, which the schema does not know. */
final class ElementReader extends StreamReader2Delegate {
    /** The contracts' name for one of many. */
    private static final String NUMBERED = "entry";

    private final XMLStreamReader2 reader;
    private final XMLValidationSchema schema;
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Map<String, Integer>> siblings = new ArrayDeque<>();
    private int depth = 1;

    ElementReader(XMLStreamReader2 reader, XMLValidationSchema schema) {
        super(reader);
        this.reader = reader;
        this.schema = schema;
        start(reader.getLocalName());
    }

    /**
     * The element that is open, within the body's, e.g. {@code entry[2]/birthDate}.
     *
     * @param below an element in it that may not be there
     */
    String path(Optional<String> below) {
        var names = new ArrayList<>(path);
        Collections.reverse(names);
        below.ifPresent(names::add);
        return String.join("/", names.size() < 2 ? names : names.subList(1, names.size()));
    }

    /** The element whose value was read last: its end has passed already. */
    String read() {
        return path(reader.isEndElement() ? Optional.of(reader.getLocalName()) : Optional.empty());
    }

    /** The names of {@link #path}, without the places of siblings. */
    List<String> names() {
        var names = new ArrayList<>(path);
        Collections.reverse(names);
        return names.subList(1, names.size()).stream()
                .map(name -> name.replaceFirst("\\[\\d+]$", ""))
                .toList();
    }

    private void start(String name) {
        var counts = siblings.peek();
        int place = counts == null ? 1 : counts.merge(name, 1, Integer::sum);
        path.push(place > 1 || name.equals(NUMBERED) ? name + "[" + place + "]" : name);
        siblings.push(new HashMap<>());
    }

    @Override
    public int next() throws XMLStreamException {
        if (depth == 0) {
            reader.stopValidatingAgainst(schema);
        }
        int event = reader.next();
        if (event == START_ELEMENT) {
            depth++;
            start(reader.getLocalName());
        } else if (event == END_ELEMENT) {
            depth--;
            path.poll();
            siblings.poll();
        }
        return event;
    }
}
