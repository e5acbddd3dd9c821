package dev.kapu.soap.xop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * An {@code xop:Include} (XOP 1.0, 2.1) that is all the content of its element.
 *
 * @param path names of the elements that it is in
 * @param from where it begins in the text, in characters
 * @param to where it ends
 */
record Include(String href, List<QName> path, int from, int to) {
    private static final QName NAME = new QName("http://www.w3.org/2004/08/xop/include", "Include");

    /** @throws dev.kapu.fault.FaultException {@code ATTACHMENT_REFUSED} if there is none or another, wherever it stands */
    static Include theOnly(XMLStreamReader2 reader) throws XMLStreamException {
        var path = new ArrayList<QName>();
        Include found = null;
        int before = reader.getEventType();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                path.remove(path.size() - 1);
            } else if (event == XMLStreamConstants.START_ELEMENT && !NAME.equals(reader.getName())) {
                path.add(reader.getName());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (found != null || before != XMLStreamConstants.START_ELEMENT) {
                    throw XopPackage.refused("Include");
                }
                found = read(reader, List.copyOf(path));
                path.remove(path.size() - 1);
            }
            before = reader.getEventType();
        }
        if (found == null) {
            throw XopPackage.refused("Include");
        }
        return found;
    }

    /** Leaves the reader at the end of the element around it. */
    private static Include read(XMLStreamReader2 reader, List<QName> path) throws XMLStreamException {
        var href = reader.getAttributeValue("", "href");
        int from = Math.toIntExact(reader.getLocationInfo().getStartingCharOffset());
        if (href == null || reader.getAttributeCount() != 1 || reader.next() != XMLStreamConstants.END_ELEMENT) {
            throw XopPackage.refused("Include");
        }
        int to = Math.toIntExact(reader.getLocationInfo().getEndingCharOffset());
        if (reader.next() != XMLStreamConstants.END_ELEMENT) {
            throw XopPackage.refused("Include");
        }
        return new Include(href, path, from, to);
    }

    /**
     * Whether it names this part (RFC 2392). Some toolkits write the ID into the address as it is, without escapes.
     *
     * @param id in angle brackets, as in the part's header
     */
    boolean names(@Nullable String id) {
        return href.startsWith("cid:")
                && (("<" + href.substring(4) + ">").equals(id) || ("<" + unescaped() + ">").equals(id));
    }

    private @Nullable String unescaped() {
        try {
            return new URI(href).getSchemeSpecificPart();
        } catch (URISyntaxException no) {
            return null;
        }
    }
}
