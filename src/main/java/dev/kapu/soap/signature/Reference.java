package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** One signed element: where it is and what its digest must be. */
final class Reference {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    private final String id;
    private final Canonical canonical;
    private final String algorithm;
    private final byte[] digest;

    Reference(Element reference) {
        String uri = reference.getAttributeNS(null, "URI");
        if (uri.length() < 2 || uri.charAt(0) != '#') {
            throw new FaultException(Fault.SIGNATURE_INVALID, "Reference");
        }
        Elements.onlyOf(reference, Names.DS, Set.of("Transforms", "DigestMethod", "DigestValue"));
        Element transform = Elements.onlyChild(Elements.one(reference, Names.DS, "Transforms"), Names.DS, "Transform");
        this.id = uri.substring(1);
        this.canonical = Canonical.of(transform);
        this.algorithm = algorithm(Elements.one(reference, Names.DS, "DigestMethod"));
        this.digest = Elements.base64(Elements.one(reference, Names.DS, "DigestValue"));
    }

    String id() {
        return id;
    }

    boolean holdsFor(Element element) {
        try {
            byte[] actual = MessageDigest.getInstance(algorithm).digest(canonical.bytes(element));
            return MessageDigest.isEqual(actual, digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String algorithm(Element method) {
        String algorithm = ALGORITHMS.get(method.getAttributeNS(null, "Algorithm"));
        List<Element> parameters = Elements.children(method);
        if (algorithm == null || !parameters.isEmpty()) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "DigestMethod");
        }
        return algorithm;
    }
}
