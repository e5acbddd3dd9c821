package dev.kapu.soap;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a WSDL says to people: its documentation elements. */
record Described(String name, String text, List<Described> operations) {
    /** Of the domain's rules: references for whoever builds, not for whoever reads the page. */
    private static final Pattern RULES = Pattern.compile(" ?\\((?:[KWE]\\d+(?:, )?)+\\)|; [KWE]\\d+(?=\\))");

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    static Described read(URL wsdl) {
        try {
            var definitions =
                    Wsdl.documents().newDocumentBuilder().parse(wsdl.toString()).getDocumentElement();
            var operations = children(definitions, "portType").stream()
                    .flatMap(port -> children(port, "operation").stream())
                    .map(operation ->
                            new Described(operation.getAttribute("name"), documentation(operation), List.of()))
                    .toList();
            return new Described(definitions.getAttribute("name"), documentation(definitions), operations);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(wsdl + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String documentation(Element element) {
        return children(element, "documentation").stream()
                .map(text -> RULES.matcher(text.getTextContent().strip()).replaceAll(""))
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && WSDL.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
