package dev.kapu.soap.signature;

import static dev.kapu.soap.signature.SignatureVerifierTest.ADMISSIONS;
import static dev.kapu.soap.signature.SignatureVerifierTest.AUTHORITY;
import static dev.kapu.soap.signature.SignatureVerifierTest.ENVELOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A rightly signed message, rearranged so that the signature still holds for what it refers to while something else
 * would be processed (McIntosh and Austel, "XML signature element wrapping attacks", 2005).
 */
class WrappingTest {
    private final SignatureVerifier verifier = SignatureVerifierTest.verifier();
    private Document message;
    private Element envelope;
    private Element header;
    private Element body;
    private Element security;

    @BeforeEach
    void a_signed_message() throws Exception {
        message = SignedEnvelopes.parse(SignedEnvelopes.sign(ENVELOPE, ADMISSIONS));
        envelope = message.getDocumentElement();
        header = SignedEnvelopes.child(envelope, "Header");
        body = SignedEnvelopes.child(envelope, "Body");
        security = Elements.one(header, Names.WSSE, "Security");
    }

    @Test
    void untouched_it_is_accepted() throws Exception {
        assertThat(SignatureVerifierTest.verify(verifier, SignedEnvelopes.text(message)))
                .isEqualTo("admissions");
    }

    @Test
    void the_signed_body_moved_into_a_header_block() {
        Element evil = (Element) body.cloneNode(true);
        evil.removeAttributeNS(Names.WSU, "Id");
        envelope.replaceChild(evil, body);
        add(header, "urn:any", "a:wrapper").appendChild(body);

        refused(Fault.SIGNATURE_COVERAGE);
    }

    @Test
    void the_signed_body_moved_and_its_id_taken() {
        Element evil = (Element) body.cloneNode(true);
        envelope.replaceChild(evil, body);
        add(header, "urn:any", "a:wrapper").appendChild(body);

        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void the_signed_body_hidden_in_the_signature() {
        Element evil = (Element) body.cloneNode(true);
        evil.removeAttributeNS(Names.WSU, "Id");
        envelope.replaceChild(evil, body);
        add(signature(), Names.DS, "ds:Object").appendChild(body);

        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void the_signed_body_within_another_body() {
        Element evil = message.createElementNS(Names.SOAP, "soap:Body");
        envelope.replaceChild(evil, body);
        add(evil, "urn:any", "a:getPerson").appendChild(body);

        refused(Fault.SIGNATURE_COVERAGE);
    }

    @Test
    void two_bodies() {
        envelope.insertBefore(withoutId(body), body);
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void two_requests_in_the_body() {
        body.insertBefore(message.createElementNS("urn:any", "a:evil"), body.getFirstChild());
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void two_headers() {
        envelope.insertBefore(message.createElementNS(Names.SOAP, "soap:Header"), header);
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void another_envelope_around_it() {
        Element outer = message.createElementNS(Names.SOAP, "soap:Envelope");
        message.replaceChild(outer, envelope);
        add(outer, Names.SOAP, "soap:Header").appendChild(envelope);
        add(add(outer, Names.SOAP, "soap:Body"), "urn:any", "a:evil");

        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void two_security_headers() {
        add(header, Names.WSSE, "wsse:Security");
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void a_security_header_for_somebody_else() {
        security.setAttributeNS(Names.SOAP, "soap:actor", "urn:other");
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void a_signed_client_moved_aside_for_another() {
        Element client = (Element) header.getElementsByTagNameNS("*", "client").item(0);
        Element evil = withoutId(client);
        header.replaceChild(evil, client);
        add(header, "urn:any", "a:wrapper").appendChild(client);

        refused(Fault.SIGNATURE_COVERAGE);
    }

    @Test
    void a_second_unsigned_client() {
        Node client = header.getElementsByTagNameNS("*", "client").item(0);
        header.insertBefore(withoutId((Element) client), client);

        refused(Fault.SIGNATURE_COVERAGE);
    }

    @Test
    void a_fresh_timestamp_beside_the_signed_one() {
        Element timestamp = Elements.one(security, Names.WSU, "Timestamp");
        Element fresh = withoutId(timestamp);
        security.replaceChild(fresh, timestamp);
        add(header, "urn:any", "a:wrapper").appendChild(timestamp);
        refused(Fault.SIGNATURE_COVERAGE);

        security.appendChild(timestamp);
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void an_added_header_block() {
        add(header, "http://x-road.eu/xsd/xroad.xsd", "x:issue").setTextContent("case");
        refused(Fault.SIGNATURE_COVERAGE);
    }

    @Test
    void another_partners_certificate() throws Exception {
        Element token = Elements.one(security, Names.WSSE, "BinarySecurityToken");
        token.setTextContent(Base64.getEncoder()
                .encodeToString(AUTHORITY.server().certificate().getEncoded()));
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void two_certificates_or_other_tokens() {
        Element token = Elements.one(security, Names.WSSE, "BinarySecurityToken");
        security.appendChild(withoutId(token));
        refused(Fault.SIGNATURE_INVALID);

        security.removeChild(security.getLastChild());
        add(security, Names.WSSE, "wsse:UsernameToken");
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void two_signatures() {
        security.appendChild(signature().cloneNode(true));
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void references_to_elsewhere() {
        Element reference =
                (Element) security.getElementsByTagNameNS(Names.DS, "Reference").item(0);
        for (String uri : new String[] {"", "#", "#xpointer(/)", "http://127.0.0.1/", "file:///etc/passwd", "cid:a"}) {
            reference.setAttribute("URI", uri);
            refused(uri.startsWith("#x") ? Fault.SIGNATURE_COVERAGE : Fault.SIGNATURE_INVALID);
        }
        reference.removeAttribute("URI");
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void no_references() {
        Element info = Elements.one(signature(), Names.DS, "SignedInfo");
        Elements.children(info, Names.DS, "Reference").forEach(info::removeChild);
        refused(Fault.SIGNATURE_COVERAGE);
    }

    @Test
    void keys_from_elsewhere() {
        Element keyInfo = Elements.one(signature(), Names.DS, "KeyInfo");
        Element reference = (Element)
                keyInfo.getElementsByTagNameNS(Names.WSSE, "Reference").item(0);
        reference.setAttribute("URI", "http://127.0.0.1/key");
        refused(Fault.SIGNATURE_INVALID);

        for (String way : new String[] {"RetrievalMethod", "KeyName", "KeyValue"}) {
            while (keyInfo.hasChildNodes()) {
                keyInfo.removeChild(keyInfo.getFirstChild());
            }
            add(keyInfo, Names.DS, "ds:" + way).setAttribute("URI", "http://127.0.0.1/key");
            refused(Fault.SIGNATURE_INVALID);
        }
    }

    @Test
    void a_shared_secret_instead_of_a_key() {
        Element method = (Element)
                security.getElementsByTagNameNS(Names.DS, "SignatureMethod").item(0);
        method.setAttribute("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256");
        refused(Fault.SIGNATURE_INVALID);
    }

    @Test
    void a_transform_that_dereferences() {
        Element transform =
                (Element) security.getElementsByTagNameNS(Names.DS, "Transform").item(0);
        for (String algorithm : new String[] {
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform",
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2002/06/xmldsig-filter2"
        }) {
            transform.setAttribute("Algorithm", algorithm);
            refused(Fault.SIGNATURE_INVALID);
        }
    }

    @Test
    void a_processing_instruction_or_a_document_type() throws Exception {
        body.appendChild(message.createProcessingInstruction("x", "y"));
        refused(Fault.FORBIDDEN_XML);

        String text = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + SignedEnvelopes.text(message);
        assertThatThrownBy(() -> SignatureVerifierTest.verify(verifier, text))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.FORBIDDEN_XML));
    }

    private Element signature() {
        return Elements.one(security, Names.DS, "Signature");
    }

    private static Element add(Element parent, String namespace, String name) {
        return SignedEnvelopes.append(parent, namespace, name);
    }

    private static Element withoutId(Element element) {
        Element copy = (Element) element.cloneNode(true);
        copy.removeAttributeNS(Names.WSU, "Id");
        return copy;
    }

    private void refused(Fault fault) {
        assertThatThrownBy(() -> SignatureVerifierTest.verify(verifier, SignedEnvelopes.text(message)))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(fault));
    }
}
