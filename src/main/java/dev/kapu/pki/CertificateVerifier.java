package dev.kapu.pki;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Whether a certificate may prove who somebody is, now (RFC 5280). There are no revocation lists: a partner's
 * certificate is revoked by taking it out of {@code partners.yaml}.
 */
public final class CertificateVerifier {
    private static final int REMEMBERED = 4096;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final TrustAnchors anchors;
    private final Clock clock;
    /** Only what was found good, until when it is: strangers cannot fill it. */
    private final Map<X509Certificate, Instant> good = new ConcurrentHashMap<>();

    CertificateVerifier(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * @param chain of a TLS client, leaf first, as it was sent
     * @throws FaultException CERTIFICATE_EXPIRED or CREDENTIAL_INVALID
     */
    public void verifyClient(List<X509Certificate> chain) {
        mayAuthenticate(chain.get(0));
        mayBeClient(chain.get(0));
        verify(chain);
    }

    /**
     * @param certificate with which a message is signed
     * @throws FaultException CERTIFICATE_EXPIRED or CREDENTIAL_INVALID
     */
    public void verifySigner(X509Certificate certificate) {
        mayAuthenticate(certificate);
        verify(List.of(certificate));
    }

    /**
     * @param certificate with which a person signs a document; authorities often issue these for non-repudiation alone
     * @throws FaultException CERTIFICATE_EXPIRED or CREDENTIAL_INVALID
     */
    public void verifyDocumentSigner(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[NON_REPUDIATION]) {
            mayAuthenticate(certificate);
        }
        verify(List.of(certificate));
    }

    /** Names of those whose certificates are believed, in their order. */
    public List<String> authorities() {
        return anchors.certificates().stream()
                .map(authority -> authority.getSubjectX500Principal().getName())
                .sorted()
                .toList();
    }

    private void verify(List<X509Certificate> chain) {
        X509Certificate leaf = chain.get(0);
        Instant now = clock.instant();
        Instant until = good.get(leaf);
        if (until != null
                && !now.isAfter(until)
                && !now.isBefore(leaf.getNotBefore().toInstant())) {
            return;
        }
        Instant goodUntil = pathEnd(chain, now);
        if (good.size() >= REMEMBERED) {
            good.clear();
        }
        good.put(leaf, goodUntil);
    }

    private Instant pathEnd(List<X509Certificate> chain, Instant now) {
        List<X509Certificate> path = chain.stream()
                .takeWhile(certificate -> !anchors.certificates().contains(certificate))
                .toList();
        try {
            if (path.isEmpty() || anchors.pinned().contains(chain.get(0))) {
                chain.get(0).checkValidity(Date.from(now));
                return chain.get(0).getNotAfter().toInstant();
            }
            validate(path, now);
        } catch (CertificateExpiredException expired) {
            throw new FaultException(Fault.CERTIFICATE_EXPIRED, "certificate");
        } catch (CertPathValidatorException invalid) {
            throw new FaultException(
                    invalid.getReason() == BasicReason.EXPIRED ? Fault.CERTIFICATE_EXPIRED : Fault.CREDENTIAL_INVALID,
                    "certificate");
        } catch (GeneralSecurityException invalid) {
            throw new FaultException(Fault.CREDENTIAL_INVALID, "certificate");
        }
        return path.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private void validate(List<X509Certificate> path, Instant now) throws GeneralSecurityException {
        var parameters = parameters();
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }

    private PKIXParameters parameters() throws InvalidAlgorithmParameterException {
        return new PKIXParameters(anchors.certificates().stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet()));
    }

    private static void mayAuthenticate(X509Certificate leaf) {
        boolean[] usage = leaf.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            throw new FaultException(Fault.CREDENTIAL_INVALID, "certificate key usage");
        }
    }

    private static void mayBeClient(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null && !purposes.contains(CLIENT_AUTHENTICATION) && !purposes.contains(ANY_PURPOSE)) {
                throw new FaultException(Fault.CREDENTIAL_INVALID, "certificate purpose");
            }
        } catch (CertificateException unreadable) {
            throw new FaultException(Fault.CREDENTIAL_INVALID, "certificate");
        }
    }
}
