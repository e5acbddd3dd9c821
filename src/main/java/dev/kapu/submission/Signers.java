package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.CertificateVerifier;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.scope.Reach;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For the Office: with which certificates the heads of institutions sign (K20). */
@Component
public class Signers {
    private final SignerStore store;
    private final Institutions institutions;
    private final CertificateVerifier certificates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Signers(
            SignerStore store,
            Institutions institutions,
            CertificateVerifier certificates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.institutions = institutions;
        this.certificates = certificates;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param encoded X.509, DER or PEM
     * @throws FaultException {@code Client.Institution.NotFound}; {@code Client.Identity.CertificateExpired} or {@code
     *     Client.Submission.SignerNotTrusted}; {@code Client.Message.Invalid} if it is no certificate
     */
    @Transactional
    public Signer register(InstitutionCode institution, byte[] encoded, String by, Reach reach) {
        Office.require(reach);
        institutions.find(institution);
        var certificate = read(encoded);
        requireTrusted(certificate);
        var signer = new Signer(
                institution,
                fingerprint(certificate),
                certificate.getSubjectX500Principal().getName(),
                clock.instant(),
                null);
        if (store.insert(signer, by)) {
            events.publishEvent(new SignerRegistered(
                    UUID.randomUUID(), signer.registeredAt(), institution.text(), signer.fingerprint()));
        }
        return store.find(institution, signer.fingerprint()).orElse(signer);
    }

    /** What was signed before stays authenticated. @throws FaultException {@code Client.Submission.SignerUnknown} */
    @Transactional
    public Signer revoke(InstitutionCode institution, String fingerprint, String by, Reach reach) {
        Office.require(reach);
        var now = clock.instant();
        if (store.revoke(institution, fingerprint, now, by)) {
            events.publishEvent(new SignerRevoked(UUID.randomUUID(), now, institution.text(), fingerprint));
        }
        return store.find(institution, fingerprint)
                .orElseThrow(() -> new FaultException(Fault.SIGNER_UNKNOWN, "fingerprint"));
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** The certificate is not what the caller comes with: so it is no matter of the caller's identity. */
    private void requireTrusted(X509Certificate certificate) {
        try {
            certificates.verifyDocumentSigner(certificate);
        } catch (FaultException no) {
            throw no.fault() == Fault.CREDENTIAL_INVALID
                    ? new FaultException(Fault.SIGNER_NOT_TRUSTED, String.join("; ", certificates.authorities()))
                    : no;
        }
    }

    private static X509Certificate read(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException unreadable) {
            throw new FaultException(Fault.INVALID, "certificate");
        }
    }
}
