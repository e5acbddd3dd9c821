package dev.kapu.systems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaGroupParticle;
import org.apache.ws.commons.schema.XmlSchemaLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMinLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The least message that a contract's schema lets through, for each of its operations; about nobody and nothing real. */
final class SampleMessages {
    private static final Map<String, String> BUILT_IN = Map.of(
            "string", "none",
            "normalizedString", "none",
            "token", "none",
            "date", "2026-09-01",
            "dateTime", "2026-09-01T00:00:00Z",
            "boolean", "false",
            "base64Binary", "AA==",
            "hexBinary", "00");

    /** A simple type takes the first that its facets let through. */
    private static final List<String> CANDIDATES = List.of(
            "none",
            "999999",
            "70000000016",
            "999",
            "9999",
            "111111110",
            "HU",
            "99",
            "9",
            "1",
            "2026",
            "2026-99999999",
            "2027-general",
            "2027-05",
            "MATRIX 1",
            "00000000-0000-4000-8000-000000000000",
            "0000000000000000",
            "0".repeat(64),
            "0".repeat(32),
            "AAAA" + "-AAAA".repeat(12),
            "--09-01",
            "A");

    private final XmlSchema schema;
    private final List<String> operations;

    /** @throws IllegalStateException if it cannot be read */
    SampleMessages(Path wsdl) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(wsdl.toFile());
            var types = document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
            var collection = new XmlSchemaCollection();
            collection.setBaseUri(wsdl.toUri().toString());
            schema = collection.read((Element) types.item(0), wsdl.toUri().toString());
            var port = (Element) document.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/", "portType")
                    .item(0);
            var found = port.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/", "operation");
            operations = Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                    .map(i -> ((Element) found.item(i)).getAttribute("name"))
                    .toList();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(wsdl.toString(), e);
        }
    }

    /** For every operation of every contract, by {@code Service/operation}. */
    static Map<String, String> ofAll() throws IOException {
        var messages = new TreeMap<String, String>();
        try (var contracts = Files.newDirectoryStream(Path.of("wsdl"), "*.wsdl")) {
            for (var contract : contracts) {
                var samples = new SampleMessages(contract);
                var service = contract.getFileName().toString().replace(".wsdl", "");
                samples.operations()
                        .forEach(operation -> messages.put(service + "/" + operation, samples.of(operation)));
            }
        }
        return messages;
    }

    List<String> operations() {
        return operations;
    }

    /** The body of a request. */
    String of(String operation) {
        return element(schema.getElementByName(new QName(schema.getTargetNamespace(), operation)));
    }

    private String element(XmlSchemaElement element) {
        var declared = element.isRef() ? element.getRef().getTarget() : element;
        var name = declared.getWireName();
        var fixed = declared.getFixedValue();
        return "<%1$s xmlns=\"%2$s\">%3$s</%1$s>"
                .formatted(
                        name.getLocalPart(),
                        name.getNamespaceURI(),
                        fixed == null ? content(declared.getSchemaType()) : fixed);
    }

    private String content(XmlSchemaType type) {
        if (type instanceof XmlSchemaSimpleType simple) {
            return value(simple);
        }
        var complex = (XmlSchemaComplexType) type;
        if (complex.getContentModel() != null
                && complex.getContentModel().getContent() instanceof XmlSchemaComplexContentExtension extension) {
            return content(schema.getParent().getTypeByQName(extension.getBaseTypeName()))
                    + particle(extension.getParticle());
        }
        return particle(complex.getParticle());
    }

    private String particle(XmlSchemaParticle particle) {
        if (particle == null || particle.getMinOccurs() == 0) {
            return "";
        }
        if (particle instanceof XmlSchemaElement element) {
            return element(element);
        }
        var parts = parts((XmlSchemaGroupParticle) particle);
        return particle instanceof XmlSchemaChoice ? particle(parts.get(0)) : joined(parts, this::particle);
    }

    private static List<XmlSchemaParticle> parts(XmlSchemaGroupParticle group) {
        List<?> items =
                group instanceof XmlSchemaChoice choice ? choice.getItems() : ((XmlSchemaSequence) group).getItems();
        return items.stream().map(XmlSchemaParticle.class::cast).toList();
    }

    private static <T> String joined(List<T> parts, Function<T, String> writer) {
        return parts.stream().map(writer).collect(Collectors.joining());
    }

    private String value(XmlSchemaSimpleType type) {
        var facets = new ArrayList<XmlSchemaFacet>();
        var base = type;
        while (!isBuiltIn(base) && base.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
            facets.addAll(restriction.getFacets());
            base = restriction.getBaseType() != null
                    ? restriction.getBaseType()
                    : (XmlSchemaSimpleType) schema.getParent().getTypeByQName(restriction.getBaseTypeName());
        }
        var enumerated = facets.stream()
                .filter(XmlSchemaEnumerationFacet.class::isInstance)
                .findFirst();
        if (enumerated.isPresent()) {
            return String.valueOf(enumerated.get().getValue());
        }
        var usual = BUILT_IN.getOrDefault(base.getName(), "1");
        return Stream.concat(Stream.of(usual), CANDIDATES.stream())
                .filter(candidate -> facets.stream().allMatch(facet -> allows(facet, candidate)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no candidate is a " + type.getQName()));
    }

    private static boolean isBuiltIn(XmlSchemaSimpleType type) {
        return type.getQName() != null && type.getQName().getNamespaceURI().equals(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    }

    private static boolean allows(XmlSchemaFacet facet, String candidate) {
        var value = String.valueOf(facet.getValue());
        if (facet instanceof XmlSchemaPatternFacet) {
            return candidate.matches(value);
        } else if (facet instanceof XmlSchemaLengthFacet) {
            return candidate.length() == Integer.parseInt(value);
        } else if (facet instanceof XmlSchemaMinLengthFacet) {
            return candidate.length() >= Integer.parseInt(value);
        } else if (facet instanceof XmlSchemaMaxLengthFacet) {
            return candidate.length() <= Integer.parseInt(value);
        }
        return true;
    }
}
