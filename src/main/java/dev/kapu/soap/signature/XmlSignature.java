package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** {@code ds:Signature} (W3C XML Signature 1.1), reduced to references within the message. */
final class XmlSignature {
    private static final int MOST_REFERENCES = 32;

    private final Element keyInfo;
    private final SignatureAlgorithm algorithm;
    private final List<Reference> references;
    private final byte[] signedInfo;
    private final byte[] value;

    XmlSignature(Element signature) {
        Elements.onlyOf(signature, Names.DS, Set.of("SignedInfo", "SignatureValue", "KeyInfo"));
        Element info = Elements.one(signature, Names.DS, "SignedInfo");
        Elements.onlyOf(info, Names.DS, Set.of("CanonicalizationMethod", "SignatureMethod", "Reference"));
        this.keyInfo = Elements.one(signature, Names.DS, "KeyInfo");
        this.algorithm = SignatureAlgorithm.of(Elements.one(info, Names.DS, "SignatureMethod"));
        this.references = Elements.children(info, Names.DS, "Reference").stream()
                .limit(MOST_REFERENCES + 1)
                .map(Reference::new)
                .toList();
        this.signedInfo = Canonical.of(Elements.one(info, Names.DS, "CanonicalizationMethod"))
                .bytes(info);
        this.value = Elements.base64(Elements.one(signature, Names.DS, "SignatureValue"));
        if (references.size() > MOST_REFERENCES) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "Reference");
        }
    }

    Element keyInfo() {
        return keyInfo;
    }

    /** What was signed, byte by byte: unlike a signature's value, nobody but the signer can make another of these. */
    byte[] signedInfo() {
        return signedInfo.clone();
    }

    /** @throws FaultException SIGNATURE_COVERAGE, if an element that must be signed is not, or a stray one is */
    void covers(SignedEnvelope envelope) {
        Set<Element> covered = new HashSet<>();
        var referable = envelope.referable();
        for (Reference reference : references) {
            Element element = referable.get(reference.id());
            if (element == null || !covered.add(element)) {
                throw new FaultException(Fault.SIGNATURE_COVERAGE, "Reference");
            }
        }
        for (Element element : envelope.mustBeSigned()) {
            if (!covered.contains(element)) {
                throw new FaultException(Fault.SIGNATURE_COVERAGE, element.getLocalName());
            }
        }
    }

    /** @throws FaultException SIGNATURE_INVALID, if it is not the key's, or if an element is not the one signed */
    void verify(PublicKey key, SignedEnvelope envelope) {
        try {
            Signature signature = algorithm.with(key);
            signature.update(signedInfo);
            if (!signature.verify(value)) {
                throw new FaultException(Fault.SIGNATURE_INVALID, "SignatureValue");
            }
        } catch (GeneralSecurityException unfit) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "SignatureValue");
        }
        var referable = envelope.referable();
        for (Reference reference : references) {
            Element element = referable.get(reference.id());
            if (element == null || !reference.holdsFor(element)) {
                throw new FaultException(
                        Fault.SIGNATURE_INVALID, element == null ? "Reference" : element.getLocalName());
            }
        }
    }
}
