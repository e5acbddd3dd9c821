package dev.kapu.soap.signature;

import static dev.kapu.soap.signature.SignatureVerifierTest.ADMISSIONS;
import static dev.kapu.soap.signature.SignatureVerifierTest.ENVELOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Messages signed by WSS4J, on which CXF, Axis, Spring-WS and SoapUI are built. */
class InteroperabilityTest {
    private final SignatureVerifier verifier = SignatureVerifierTest.verifier();

    @ParameterizedTest
    @ValueSource(ints = {WSConstants.BST_DIRECT_REFERENCE, WSConstants.X509_KEY_IDENTIFIER})
    void a_message_signed_by_wss4j_is_accepted(int keyIdentifier) throws Exception {
        assertThat(SignatureVerifierTest.verify(verifier, sign(keyIdentifier, true)))
                .isEqualTo("admissions");
    }

    @ParameterizedTest
    @ValueSource(ints = {WSConstants.ISSUER_SERIAL, WSConstants.SKI_KEY_IDENTIFIER, WSConstants.THUMBPRINT_IDENTIFIER})
    void a_certificate_that_is_only_mentioned_is_not_looked_for(int keyIdentifier) throws Exception {
        String signed = sign(keyIdentifier, true);

        assertThatThrownBy(() -> SignatureVerifierTest.verify(verifier, signed))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.SIGNATURE_INVALID));
    }

    @Test
    void a_prefix_list_may_be_left_out() throws Exception {
        assertThat(SignatureVerifierTest.verify(verifier, sign(WSConstants.BST_DIRECT_REFERENCE, false)))
                .isEqualTo("admissions");
    }

    private static String sign(int keyIdentifier, boolean prefixList) throws Exception {
        Document document = SignedEnvelopes.parse(ENVELOPE);
        var security = new WSSecHeader(document);
        security.insertSecurityHeader();
        var timestamp = new WSSecTimestamp(security);
        timestamp.setTimeToLive(120);
        timestamp.build();
        var signature = new WSSecSignature(security);
        signature.setUserInfo("key", "password");
        signature.setKeyIdentifierType(keyIdentifier);
        signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
        signature.setAddInclusivePrefixes(prefixList);
        List<WSEncryptionPart> parts = signature.getParts();
        for (Element block : Elements.children(SignedEnvelopes.child(document.getDocumentElement(), "Header"))) {
            if (!block.getLocalName().equals("Security")) {
                parts.add(new WSEncryptionPart(block.getLocalName(), block.getNamespaceURI(), "Element"));
            }
        }
        parts.addAll(new ArrayList<>(List.of(
                new WSEncryptionPart("Body", Names.SOAP, "Element"),
                new WSEncryptionPart("Timestamp", Names.WSU, "Element"))));
        return SignedEnvelopes.text(signature.build(crypto()));
    }

    private static Merlin crypto() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "key",
                ADMISSIONS.key(),
                "password".toCharArray(),
                ADMISSIONS.chain().toArray(X509Certificate[]::new));
        var crypto = new Merlin();
        crypto.setKeyStore(store);
        return crypto;
    }
}
