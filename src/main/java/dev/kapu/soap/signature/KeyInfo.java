package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The signer's certificate, which must be in the message: as the {@code BinarySecurityToken} referred to, as a
 * {@code KeyIdentifier}, or as {@code X509Data}.
 */
final class KeyInfo {
    private KeyInfo() {}

    static X509Certificate certificate(Element keyInfo, Optional<Element> token) {
        Element way = theOnly(keyInfo);
        if (Elements.is(way, Names.WSSE, "SecurityTokenReference")) {
            way = theOnly(way);
        }
        if (Elements.is(way, Names.DS, "X509Data")) {
            return read(Elements.one(way, Names.DS, "X509Certificate"));
        }
        if (Elements.is(way, Names.WSSE, "KeyIdentifier")) {
            return read(stated(way));
        }
        String uri = way.getAttributeNS(null, "URI");
        return token.filter(element -> uri.equals("#" + element.getAttributeNS(Names.WSU, "Id")))
                .map(element -> read(stated(element)))
                .orElseThrow(() -> new FaultException(Fault.SIGNATURE_INVALID, "SecurityTokenReference"));
    }

    private static Element theOnly(Element parent) {
        List<Element> children = Elements.children(parent);
        if (children.size() != 1) {
            throw new FaultException(Fault.SIGNATURE_INVALID, parent.getLocalName());
        }
        return children.get(0);
    }

    /** Content that says it is one X.509 certificate. */
    private static Element stated(Element element) {
        String encoding = element.getAttributeNS(null, "EncodingType");
        if (!element.getAttributeNS(null, "ValueType").equals(Names.X509_V3)
                || !(encoding.isEmpty() || encoding.equals(Names.BASE64))) {
            throw new FaultException(Fault.SIGNATURE_INVALID, element.getLocalName());
        }
        return element;
    }

    private static X509Certificate read(Element certificate) {
        try {
            var der = new ByteArrayInputStream(Elements.base64(certificate));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
        } catch (CertificateException unreadable) {
            throw new FaultException(Fault.CREDENTIAL_INVALID, certificate.getLocalName());
        }
    }
}
