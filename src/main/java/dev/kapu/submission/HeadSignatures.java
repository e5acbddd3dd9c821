package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.CertificateVerifier;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;

/**
 * The head's signature instead of a sheet: CMS (RFC 5652), detached, by one signer with signed attributes and SHA-256,
 * the certificate inside. It is checked against the stored hash, so that the content need not be written out again.
 */
@Component
class HeadSignatures {
    private static final String SHA_256 = NISTObjectIdentifiers.id_sha256.getId();

    private final CertificateVerifier certificates;
    private final SignerStore signers;
    private final Clock clock;

    HeadSignatures(CertificateVerifier certificates, SignerStore signers, Clock clock) {
        this.certificates = certificates;
        this.signers = signers;
        this.clock = clock;
    }

    /**
     * @throws FaultException {@code Client.Submission.SignatureInvalid}; {@code SignerUnknown} if the certificate is not
     *     registered for the institution; {@code Client.Identity.CertificateExpired} or {@code CredentialInvalid}
     */
    void verifyAndKeep(Submission submission, byte[] signature) {
        var certificate = verified(signature, HexFormat.of().parseHex(submission.hash()));
        var fingerprint = Signers.fingerprint(certificate);
        if (!signers.maySign(submission.institution(), fingerprint)) {
            throw new FaultException(Fault.SIGNER_UNKNOWN, "signature");
        }
        certificates.verifyDocumentSigner(certificate);
        signers.keep(submission.number(), signature, fingerprint, clock.instant());
    }

    private static X509Certificate verified(byte[] signature, byte[] hash) {
        try {
            var signed = new CMSSignedData(Map.of(SHA_256, hash), signature);
            var all = signed.getSignerInfos().getSigners();
            if (all.size() != 1) {
                throw invalid();
            }
            SignerInformation signer = all.iterator().next();
            if (!signer.getDigestAlgOID().equals(SHA_256) || signer.getSignedAttributes() == null) {
                throw invalid();
            }
            var certificate = certificate(signed, signer);
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                throw invalid();
            }
            return certificate;
        } catch (CMSException | CertificateException | OperatorCreationException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static X509Certificate certificate(CMSSignedData signed, SignerInformation signer)
            throws CertificateException {
        for (X509CertificateHolder held : signed.getCertificates().getMatches(null)) {
            if (signer.getSID().match(held)) {
                return new JcaX509CertificateConverter().getCertificate(held);
            }
        }
        throw invalid();
    }

    private static FaultException invalid() {
        return new FaultException(Fault.HEAD_SIGNATURE_INVALID, "signature");
    }
}
