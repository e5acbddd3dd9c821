package dev.kapu.soap.signature;

import dev.kapu.access.Partner;
import dev.kapu.access.Partners;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.CertificateVerifier;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Verifies messages with a {@code wsse:Security} header. */
public final class SignatureVerifier {
    private final Partners partners;
    private final CertificateVerifier certificates;
    private final ReplayMemory replays;
    private final Clock clock;

    SignatureVerifier(Partners partners, CertificateVerifier certificates, ReplayMemory replays, Clock clock) {
        this.partners = partners;
        this.certificates = certificates;
        this.replays = replays;
        this.clock = clock;
    }

    /**
     * Verifies that body, timestamp and every header block are signed by one partner, now, and for the first time.
     *
     * @param envelope at its start; opened as for processing it, on the same bytes and with the same encoding
     * @return the partner's name
     * @throws FaultException for everything else, also if there is no {@code Security} header
     * @throws XMLStreamException if the message is not well-formed; its text may quote the message
     */
    public String verify(XMLStreamReader envelope) throws XMLStreamException {
        SignedEnvelope message = SignedEnvelope.of(EnvelopeTree.read(envelope));
        var signature = new XmlSignature(message.signature());
        X509Certificate certificate = KeyInfo.certificate(signature.keyInfo(), message.token());
        certificates.verifySigner(certificate);
        String partner = partners.byCertificate(certificate)
                .map(Partner::name)
                .orElseThrow(() -> new FaultException(Fault.CREDENTIAL_INVALID, "certificate"));
        Instant freshUntil = Freshness.check(message.timestamp(), clock.instant());
        signature.covers(message);
        signature.verify(certificate.getPublicKey(), message);
        replays.admit(partner, signature.signedInfo(), freshUntil);
        return partner;
    }
}
