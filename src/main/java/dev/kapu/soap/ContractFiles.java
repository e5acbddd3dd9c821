package dev.kapu.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Which files make up the contract of each service. CXF answers a question for any other with a fault of its own, which
 * nobody records and which repeats what was asked; so none but these gets to it.
 */
final class ContractFiles {
    private static final Pattern QUESTION =
            Pattern.compile("(?i)(?:.*&)?(?:(?<wsdl>wsdl)=?|xsd=(?<xsd>[a-z-]{1,60}\\.xsd))(?:&.*)?");

    private final Map<String, Set<String>> schemas;

    ContractFiles(WsdlContracts contracts) {
        schemas = contracts.services().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Service::name, (Function<Service, Set<String>>) service -> importedBy(service.wsdl())));
    }

    /** @return the request as CXF understands it; null if it does not ask for a file of this service's contract */
    @Nullable
    HttpServletRequest asked(HttpServletRequest request, Service service) {
        var query = request.getQueryString();
        if (!request.getMethod().equals("GET") || query == null) {
            return null;
        }
        var question = QUESTION.matcher(query);
        if (!question.matches()) {
            return null;
        }
        var schema = question.group("xsd");
        if (schema == null) {
            return with(request, "wsdl");
        }
        return schemas.getOrDefault(service.name(), Set.of()).contains(schema) ? with(request, "xsd=" + schema) : null;
    }

    private static HttpServletRequest with(HttpServletRequest request, String query) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getQueryString() {
                return query;
            }
        };
    }

    private static Set<String> importedBy(URL wsdl) {
        try {
            var found = new HashSet<String>();
            collect(wsdl, found);
            return Set.copyOf(found);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("a schema of " + wsdl + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void collect(URL file, Set<String> found)
            throws IOException, SAXException, ParserConfigurationException {
        var document = Wsdl.documents().newDocumentBuilder().parse(file.toString());
        var imports = document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "import");
        for (int i = 0; i < imports.getLength(); i++) {
            var location = ((Element) imports.item(i)).getAttribute("schemaLocation");
            if (!location.isEmpty() && found.add(location)) {
                collect(beside(file, location), found);
            }
        }
    }

    /** In a jar as well. */
    private static URL beside(URL file, String name) throws IOException {
        var text = file.toString();
        return URI.create(text.substring(0, text.lastIndexOf('/') + 1) + name).toURL();
    }
}
