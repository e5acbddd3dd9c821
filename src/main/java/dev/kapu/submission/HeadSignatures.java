package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.CertificateVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Whether a signature is the head's, of these days, and for this submission only: else whoever holds an old one could send
 * its content again without the head.
 */
@Component
class HeadSignatures {
    /** Between the clock of who signs and ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final CertificateVerifier certificates;
    private final SignerStore signers;
    private final SubmissionProperties properties;
    private final Clock clock;

    HeadSignatures(
            CertificateVerifier certificates, SignerStore signers, SubmissionProperties properties, Clock clock) {
        this.certificates = certificates;
        this.signers = signers;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @throws FaultException {@code Client.Submission.SignatureInvalid}; {@code SignatureNotRecent} if it is too old, or
     *     of a time to come; {@code SignerUnknown} if the certificate is not registered for the institution; {@code
     *     Client.Identity.CertificateExpired} or {@code CredentialInvalid}
     */
    HeadSignature verify(Submission submission, byte[] signature) {
        var read = HeadSignature.read(signature, HexFormat.of().parseHex(submission.hash()));
        var now = clock.instant();
        if (read.signedAt().isBefore(now.minus(properties.signatureWindow()))
                || read.signedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new FaultException(Fault.HEAD_SIGNATURE_OLD, "signature");
        }
        if (!signers.maySign(submission.institution(), Signers.fingerprint(read.certificate()))) {
            throw new FaultException(Fault.SIGNER_UNKNOWN, "signature");
        }
        certificates.verifyDocumentSigner(read.certificate());
        return read;
    }

    /** @throws FaultException {@code Client.Submission.SignatureUsed} if it has authenticated another submission */
    void keep(Submission submission, HeadSignature verified) {
        boolean first = signers.keep(
                submission.number(),
                verified.encoded(),
                Signers.fingerprint(verified.certificate()),
                verified.signedAt(),
                verified.attributesHash(),
                clock.instant());
        if (!first) {
            throw new FaultException(Fault.HEAD_SIGNATURE_USED, "signature");
        }
    }

    boolean isKept(Submission submission, byte[] signature) {
        return signers.isKept(submission.number(), signature);
    }
}
