package dev.kapu.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The fields of a record in the shared schemas, so that a template cannot have others than the contract. */
final class Schema {
    /** File by the prefix that the others know it by. */
    private static final Map<String, String> FILES =
            Map.of("person:", "/wsdl/person.xsd", "sub:", "/wsdl/submission.xsd");

    private static final String OWN = "tns:";
    private static final String BUILT_IN = "xs:";

    private final Map<String, Element> types = new LinkedHashMap<>();

    Schema() {
        FILES.forEach(this::read);
    }

    private void read(String prefix, String file) {
        try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream(file), file)) {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            var root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            children(root)
                    .filter(child -> child.hasAttribute("name"))
                    .forEach(type -> types.put(prefix + type.getAttribute("name"), type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * The fields of a complex type by their paths, e.g. {@code residence.postcode}, in the order of the schema.
     *
     * @param complexType e.g. {@code person:Person}
     */
    Map<String, FieldType> fields(String complexType) {
        var fields = new LinkedHashMap<String, FieldType>();
        add("", complexType, fields);
        return fields;
    }

    private void add(String path, String complexType, Map<String, FieldType> fields) {
        var file = complexType.substring(0, complexType.indexOf(':') + 1);
        descendants(type(complexType), "element").forEach(element -> {
            var field = path + element.getAttribute("name");
            var typeName = element.getAttribute("type").replace(OWN, file);
            if (typeName.startsWith(BUILT_IN)) {
                var builtIn = typeName.substring(BUILT_IN.length());
                fields.put(
                        field,
                        new FieldType(
                                builtIn, builtIn, null, Integer.MAX_VALUE, List.of(), Bounds.none(), Bounds.none(), 0));
            } else if (type(typeName).getLocalName().equals("complexType")) {
                add(field + ".", typeName, fields);
            } else {
                fields.put(field, simple(type(typeName)));
            }
        });
    }

    private static FieldType simple(Element type) {
        var restricted =
                descendants(type, "restriction").findFirst().orElseThrow().getAttribute("base");
        var base = restricted.substring(restricted.indexOf(':') + 1);
        boolean days = base.equals("date");
        return new FieldType(
                type.getAttribute("name"),
                base,
                facets(type, "pattern").map(Pattern::compile).findFirst().orElse(null),
                facets(type, "maxLength").map(Integer::valueOf).findFirst().orElse(Integer.MAX_VALUE),
                facets(type, "enumeration").toList(),
                days ? Bounds.none() : bounds(type, BigDecimal::new),
                days ? bounds(type, LocalDate::parse) : Bounds.none(),
                facets(type, "fractionDigits").map(Integer::valueOf).findFirst().orElse(0));
    }

    private static <T extends Comparable<? super T>> Bounds<T> bounds(Element type, Function<String, T> read) {
        return new Bounds<>(
                facets(type, "minInclusive").map(read).findFirst().orElse(null),
                facets(type, "maxInclusive").map(read).findFirst().orElse(null));
    }

    private Element type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    private static Stream<String> facets(Element type, String name) {
        return descendants(type, name).map(facet -> facet.getAttribute("value"));
    }

    private static Stream<Element> descendants(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Stream<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
