package dev.kapu.soap;

import com.ctc.wstx.msv.W3CSchemaFactory;
import dev.kapu.gate.Operation;
import jakarta.jws.WebMethod;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidationSchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a WSDL and finds the classes that the build generated from it. */
final class Wsdl {
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    private Wsdl() {}

    static Service read(URL url) {
        try {
            var document = documents().newDocumentBuilder().parse(url.toString());
            var definitions = document.getDocumentElement();
            var name = definitions.getAttribute("name");
            var namespace = definitions.getAttribute("targetNamespace");
            var types = (Element) document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                    .item(0);
            declarePrefixes(definitions, types);
            var port = Class.forName(packageOf(namespace) + "." + name);
            var operations = operations(name, namespace, port);
            sameOperations(definitions, operations.keySet(), url);
            return new Service(name, namespace, url, port, operations, schema(types, url));
        } catch (SAXException | IOException | ParserConfigurationException | ClassNotFoundException e) {
            throw new IllegalStateException(url + " is no contract of this build: " + e.getMessage(), e);
        }
    }

    /** As the build maps namespaces: {@code urn:kapu:id-cards:v1} is {@code dev.kapu.contract.idcards}. */
    private static String packageOf(String namespace) {
        return "dev.kapu.contract." + namespace.split(":", -1)[2].replace("-", "");
    }

    private static Map<QName, Operation> operations(String service, String namespace, Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> method.isAnnotationPresent(WebMethod.class))
                .map(method ->
                        new Operation(service, method.getName(), method.getParameterTypes()[0], method.getReturnType()))
                .collect(Collectors.toUnmodifiableMap(
                        operation -> new QName(namespace, operation.name()), Function.identity()));
    }

    /** An operation that the build did not know would be published, yet neither served nor refused. */
    private static void sameOperations(Element definitions, Set<QName> built, URL url) {
        var known = built.stream().map(QName::getLocalPart).collect(Collectors.toCollection(TreeSet::new));
        var published = new TreeSet<String>();
        var portType =
                (Element) definitions.getElementsByTagNameNS(WSDL, "portType").item(0);
        var operations = portType.getElementsByTagNameNS(WSDL, "operation");
        for (int i = 0; i < operations.getLength(); i++) {
            published.add(((Element) operations.item(i)).getAttribute("name"));
        }
        if (!published.equals(known)) {
            throw new IllegalStateException(url + " has the operations " + published + ", but this build has " + known);
        }
    }

    /** QNames in attribute values are invisible to a serialiser: the prefixes declared around the schema go along. */
    private static void declarePrefixes(Element from, Element to) {
        var attributes = from.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                    && !to.hasAttribute(attribute.getNodeName())) {
                to.setAttributeNS(
                        XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getNodeName(), attribute.getNodeValue());
            }
        }
    }

    private static XMLValidationSchema schema(Element types, URL url) {
        try {
            var text = new StringWriter();
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(types), new StreamResult(text));
            XMLValidationSchemaFactory factory = new W3CSchemaFactory();
            return factory.createSchema(new StringReader(text.toString()), null, url.toString());
        } catch (TransformerException | XMLStreamException e) {
            throw new IllegalStateException("the schema in " + url + " cannot be used: " + e.getMessage(), e);
        }
    }

    static DocumentBuilderFactory documents() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }
}
