package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Strict reading of a tree: what is not where it must be is refused. */
final class Elements {
    private static final Base64.Decoder BASE64 = Base64.getMimeDecoder();

    private Elements() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    static Element one(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        if (found.size() != 1) {
            throw new FaultException(Fault.SIGNATURE_INVALID, name);
        }
        return found.get(0);
    }

    /** The only child, which must be of this name. */
    static Element onlyChild(Element parent, String namespace, String name) {
        List<Element> children = children(parent);
        if (children.size() != 1 || !is(children.get(0), namespace, name)) {
            throw new FaultException(Fault.SIGNATURE_INVALID, parent.getLocalName());
        }
        return children.get(0);
    }

    /** @param names of the only children there may be, all of one namespace */
    static void onlyOf(Element parent, String namespace, Set<String> names) {
        for (Element child : children(parent)) {
            if (!namespace.equals(child.getNamespaceURI()) || !names.contains(child.getLocalName())) {
                throw new FaultException(Fault.SIGNATURE_INVALID, parent.getLocalName());
            }
        }
    }

    static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    static String text(Element element) {
        if (!children(element).isEmpty()) {
            throw new FaultException(Fault.SIGNATURE_INVALID, element.getLocalName());
        }
        return element.getTextContent().trim();
    }

    static byte[] base64(Element element) {
        try {
            return BASE64.decode(text(element));
        } catch (IllegalArgumentException notBase64) {
            throw new FaultException(Fault.SIGNATURE_INVALID, element.getLocalName());
        }
    }
}
