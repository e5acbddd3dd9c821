package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.utils.UnsyncByteArrayOutputStream;
import org.w3c.dom.Element;

/**
 * Exclusive canonicalisation without comments (W3C Exclusive XML Canonicalization 1.0), the only one accepted: under
 * inclusive canonicalisation a signature breaks when an envelope is forwarded.
 *
 * @param inclusivePrefixes as in {@code InclusiveNamespaces/@PrefixList}; empty in most messages
 */
record Canonical(String inclusivePrefixes) {
    static {
        Init.init();
    }

    /** @param method {@code CanonicalizationMethod} or {@code Transform} */
    static Canonical of(Element method) {
        if (!Names.EXCLUSIVE.equals(method.getAttributeNS(null, "Algorithm"))) {
            throw new FaultException(Fault.SIGNATURE_INVALID, method.getLocalName());
        }
        List<Element> parameters = Elements.children(method);
        return parameters.isEmpty()
                ? new Canonical("")
                : new Canonical(Elements.onlyChild(method, Names.EXCLUSIVE, "InclusiveNamespaces")
                        .getAttributeNS(null, "PrefixList"));
    }

    byte[] bytes(Element element) {
        try (var bytes = new UnsyncByteArrayOutputStream()) {
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(element, inclusivePrefixes, bytes);
            return bytes.toByteArray();
        } catch (XMLSecurityException | java.io.IOException impossible) {
            throw new FaultException(Fault.SIGNATURE_INVALID, element.getLocalName());
        }
    }
}
