package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.w3c.dom.Element;

/** SHA-2 with RSA (PKCS #1 1.5) or ECDSA. */
enum SignatureAlgorithm {
    RSA_SHA256("rsa-sha256", "SHA256withRSA"),
    RSA_SHA384("rsa-sha384", "SHA384withRSA"),
    RSA_SHA512("rsa-sha512", "SHA512withRSA"),
    ECDSA_SHA256("ecdsa-sha256", "SHA256withECDSAinP1363Format"),
    ECDSA_SHA384("ecdsa-sha384", "SHA384withECDSAinP1363Format"),
    ECDSA_SHA512("ecdsa-sha512", "SHA512withECDSAinP1363Format");

    private static final int SHORTEST_RSA_KEY = 2048;
    private static final int SHORTEST_EC_KEY = 256;

    private final String uri;
    private final String name;

    SignatureAlgorithm(String fragment, String name) {
        this.uri = "http://www.w3.org/2001/04/xmldsig-more#" + fragment;
        this.name = name;
    }

    static SignatureAlgorithm of(Element method) {
        String uri = method.getAttributeNS(null, "Algorithm");
        return Arrays.stream(values())
                .filter(algorithm ->
                        algorithm.uri.equals(uri) && Elements.children(method).isEmpty())
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.SIGNATURE_INVALID, "SignatureMethod"));
    }

    /** @throws FaultException SIGNATURE_INVALID, if the key is too short */
    Signature with(PublicKey key) throws GeneralSecurityException {
        if ((key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA_KEY)
                || (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < SHORTEST_EC_KEY)) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "KeyInfo");
        }
        Signature signature = Signature.getInstance(name);
        signature.initVerify(key);
        return signature;
    }
}
