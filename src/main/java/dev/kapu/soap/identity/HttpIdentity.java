package dev.kapu.soap.identity;

import dev.kapu.access.Partner;
import dev.kapu.access.Partners;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.CertificateVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which partner calls, by its client certificate, its secret (RFC 7617), or both if they agree. */
@Component
public class HttpIdentity {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final int LONGEST = 200;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final Partners partners;
    private final CertificateVerifier certificates;
    private final IdentityProperties properties;

    HttpIdentity(Partners partners, CertificateVerifier certificates, IdentityProperties properties) {
        this.partners = partners;
        this.certificates = certificates;
        this.properties = properties;
    }

    /**
     * The partner's name; empty if the caller shows no credential.
     *
     * @throws FaultException TRANSPORT_INSECURE, CREDENTIAL_INVALID, CERTIFICATE_EXPIRED, or PARTNER_MISMATCH if there
     *     are two credentials of different partners
     */
    public Optional<String> of(HttpServletRequest request) {
        if (!request.isSecure() && !staysHere(request)) {
            throw new FaultException(Fault.TRANSPORT_INSECURE);
        }
        Optional<String> certified = byCertificate(request);
        Optional<String> named = bySecret(request);
        if (certified.isPresent() && named.isPresent() && !certified.equals(named)) {
            throw new FaultException(Fault.PARTNER_MISMATCH, "Authorization");
        }
        return certified.or(() -> named);
    }

    /**
     * Whom the credential names, whether or not it proves it: for the record of a refusal. What does not look like a
     * partner's name is left out, since it may be a secret in the wrong place.
     */
    public Optional<String> claimed(HttpServletRequest request) {
        var named = BasicCredential.claimedName(request)
                .filter(name -> NAME.matcher(name).matches());
        return named.or(() -> certificate(request).map(HttpIdentity::subject));
    }

    /** @throws FaultException CREDENTIAL_INVALID, if {@code Authorization} cannot even be read */
    public static void requireLegible(HttpServletRequest request) {
        BasicCredential.of(request);
    }

    private static String subject(X509Certificate certificate) {
        var name = certificate.getSubjectX500Principal().getName();
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    /** By the hub's own address: the caller's may be what a proxy says. */
    private boolean staysHere(HttpServletRequest request) {
        return properties.plainOnLoopback() && LOOPBACK.contains(request.getLocalAddr());
    }

    private Optional<String> byCertificate(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        certificates.verifyClient(List.of(chain));
        return Optional.of(known(partners.byCertificate(chain[0]), "certificate"));
    }

    private Optional<String> bySecret(HttpServletRequest request) {
        return BasicCredential.of(request)
                .map(shown -> known(partners.bySecret(shown.name(), shown.secret()), "Authorization"));
    }

    private static String known(Optional<Partner> partner, String credential) {
        return partner.map(Partner::name).orElseThrow(() -> new FaultException(Fault.CREDENTIAL_INVALID, credential));
    }
}
