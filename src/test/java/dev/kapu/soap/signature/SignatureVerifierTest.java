package dev.kapu.soap.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ctc.wstx.stax.WstxInputFactory;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TestAuthority;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are signed right, or whose signature is wrong; {@link WrappingTest} has those that were rearranged. */
class SignatureVerifierTest {
    static final TestAuthority AUTHORITY = TestAuthority.stranger();
    static final KeyAndCertificate ADMISSIONS = AUTHORITY.partner("admissions");
    static final String ENVELOPE = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
                xmlns:x="http://x-road.eu/xsd/xroad.xsd" xmlns:i="http://x-road.eu/xsd/identifiers">
              <soap:Header>
                <x:client i:objectType="SUBSYSTEM"><i:subsystemCode>admissions</i:subsystemCode></x:client>
                <x:id>4711</x:id>
                <x:userId>EE1</x:userId>
                <k:purpose xmlns:k="urn:kapu:headers:v1">admission &amp; more</k:purpose>
              </soap:Header>
              <soap:Body><q:getPerson xmlns:q="urn:kapu:person-registry:v1"><educationId a="1
            2">71234567890</educationId></q:getPerson></soap:Body>
            </soap:Envelope>
            """;

    private final SignatureVerifier verifier = verifier();

    @Test
    void a_signed_message_names_its_partner() throws Exception {
        assertThat(verify(SignedEnvelopes.sign(ENVELOPE, ADMISSIONS))).isEqualTo("admissions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-sha256", "rsa-sha384", "rsa-sha512"})
    void sha_2_with_rsa_is_accepted(String algorithm) throws Exception {
        var signer = SignedEnvelopes.with(ADMISSIONS).signature("http://www.w3.org/2001/04/xmldsig-more#" + algorithm);

        assertThat(verify(signer.sign(ENVELOPE))).isEqualTo("admissions");
    }

    @Test
    void elliptic_curves_are_accepted() throws Exception {
        var signer = SignedEnvelopes.with(AUTHORITY.server())
                .signature("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");

        assertThat(verify(signer.sign(ENVELOPE))).isEqualTo("localhost");
    }

    @Test
    void comments_and_another_declaration_do_not_matter() throws Exception {
        String signed = SignedEnvelopes.sign(ENVELOPE, ADMISSIONS);

        assertThat(verify("<?xml version='1.0' encoding='UTF-8'?><!-- a -->"
                        + signed.replace("71234567890", "7123<!-- b -->4567890")))
                .isEqualTo("admissions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"71234567890", "4711", "EE1", "admission &amp; more", ">admissions<", "SUBSYSTEM"})
    void a_changed_message_is_refused(String part) {
        String signed = SignedEnvelopes.sign(ENVELOPE, ADMISSIONS);
        assertThat(signed).contains(part);

        refused(
                signed.replace(part, part.replace('1', '2').replace("ad", "bd").replace('S', 'T')),
                Fault.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body", "Timestamp", "client", "id", "userId", "purpose"})
    void what_is_not_signed_is_named(String part) {
        var signer = SignedEnvelopes.with(ADMISSIONS)
                .covering(element -> !element.getLocalName().equals(part));

        assertThatThrownBy(() -> verify(signer.sign(ENVELOPE))).isInstanceOfSatisfying(FaultException.class, no -> {
            assertThat(no.fault()).isEqualTo(Fault.SIGNATURE_COVERAGE);
            assertThat(no.where()).isEqualTo(part);
        });
    }

    @Test
    void weak_algorithms_are_refused() {
        refused(signer().signature("http://www.w3.org/2000/09/xmldsig#rsa-sha1"));
        refused(signer().digest("http://www.w3.org/2000/09/xmldsig#sha1"));
    }

    @Test
    void other_canonicalisations_and_transforms_are_refused() {
        refused(signer().canonicalization("http://www.w3.org/TR/2001/REC-xml-c14n-20010315"));
        refused(signer().canonicalization("http://www.w3.org/2001/10/xml-exc-c14n#WithComments"));
        refused(signer().transforms("http://www.w3.org/TR/2001/REC-xml-c14n-20010315"));
        refused(signer().transforms("http://www.w3.org/2000/09/xmldsig#enveloped-signature", Names.EXCLUSIVE));
        refused(signer().transforms());
    }

    @Test
    void the_key_must_be_the_certificates() {
        refused(signer().showing(AUTHORITY.partner("admissions")));
    }

    @Test
    void the_certificate_must_be_good_and_a_partners() {
        refused(SignedEnvelopes.sign(ENVELOPE, AUTHORITY.expiredPartner("admissions")), Fault.CERTIFICATE_EXPIRED);
        refused(
                SignedEnvelopes.sign(ENVELOPE, TestAuthority.stranger().partner("admissions")),
                Fault.CREDENTIAL_INVALID);
        refused(SignedEnvelopes.sign(ENVELOPE, AUTHORITY.partner("unheard-of")), Fault.CREDENTIAL_INVALID);
    }

    @Test
    void a_message_of_another_time_is_refused() {
        Instant now = Instant.now();

        refused(signer().created(now.minus(Duration.ofMinutes(6))).sign(ENVELOPE), Fault.MESSAGE_REPLAYED);
        refused(signer().created(now.plus(Duration.ofMinutes(2))).sign(ENVELOPE), Fault.MESSAGE_REPLAYED);
        refused(
                signer().created(now.minusSeconds(20))
                        .expires(Duration.ofSeconds(10))
                        .sign(ENVELOPE),
                Fault.MESSAGE_REPLAYED);
    }

    @Test
    void clocks_may_differ_a_little() throws Exception {
        Instant now = Instant.now();

        assertThat(verify(signer().created(now.plusSeconds(40)).sign(ENVELOPE))).isEqualTo("admissions");
        assertThat(verify(signer().created(now.minusSeconds(240)).sign(ENVELOPE)))
                .isEqualTo("admissions");
    }

    @Test
    void a_message_counts_once() throws Exception {
        String signed = SignedEnvelopes.sign(ENVELOPE, ADMISSIONS);
        verify(signed);

        refused(signed, Fault.MESSAGE_REPLAYED);
        refused(signed.replace("soap:", "s:").replace(":soap", ":s"), Fault.SIGNATURE_INVALID);
        refused("<!-- again -->" + signed, Fault.MESSAGE_REPLAYED);
    }

    @Test
    void a_message_without_a_signature_is_refused() {
        refused(ENVELOPE, Fault.SIGNATURE_INVALID);
    }

    private SignedEnvelopes signer() {
        return SignedEnvelopes.with(ADMISSIONS);
    }

    private void refused(SignedEnvelopes signer) {
        refused(signer.sign(ENVELOPE), Fault.SIGNATURE_INVALID);
    }

    private void refused(String message, Fault fault) {
        assertThatThrownBy(() -> verify(message))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(fault));
    }

    private String verify(String message) throws Exception {
        return verify(verifier, message);
    }

    static String verify(SignatureVerifier verifier, String message) throws Exception {
        var input = new WstxInputFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_COALESCING, true);
        return verifier.verify(
                input.createXMLStreamReader(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
    }

    static SignatureVerifier verifier() {
        var memory = new ReplayMemory(new FakeSeenMessages(), Clock.systemUTC());
        memory.start();
        return new SignatureVerifier(
                new PartnersBySubject("admissions", "localhost"),
                AUTHORITY.verifier(Clock.systemUTC()),
                memory,
                Clock.systemUTC());
    }
}
