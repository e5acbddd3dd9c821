package dev.kapu.pki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.x509.GeneralName;

/** An authority of a test's own: for certificates that have expired, are not valid yet, or are of a stranger. */
public final class TestAuthority {
    private final CertificateAuthority authority;

    private TestAuthority(CertificateAuthority authority) {
        this.authority = authority;
    }

    /** Trusted by nobody who is not told to. */
    public static TestAuthority stranger() {
        Instant now = Instant.now();
        return new TestAuthority(CertificateAuthority.create(
                "Stranger", now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(400))));
    }

    /** The development CA of a running hub. */
    public static TestAuthority of(DevelopmentCredentials credentials) {
        return new TestAuthority(
                new CertificateAuthority(KeyFiles.pem(credentials.caCertificate(), credentials.caKey(), null)));
    }

    /** What the development CA has issued to a partner of the demo. */
    public static KeyAndCertificate issued(DevelopmentCredentials credentials, String partner) {
        return KeyFiles.pem(credentials.certificate(partner), credentials.key(partner), null);
    }

    public TrustAnchors anchors() {
        return new TrustAnchors(Set.of(authority.root().certificate()), Set.of());
    }

    public CertificateVerifier verifier(Clock clock) {
        return new CertificateVerifier(anchors(), clock);
    }

    public KeyAndCertificate partner(String name) {
        return partner(
                name, Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(30)));
    }

    public KeyAndCertificate expiredPartner(String name) {
        return partner(
                name, Instant.now().minus(Duration.ofDays(30)), Instant.now().minus(Duration.ofDays(1)));
    }

    public KeyAndCertificate futurePartner(String name) {
        return partner(
                name, Instant.now().plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(30)));
    }

    public KeyAndCertificate partner(String name, Instant from, Instant until) {
        return authority.issuePartner(name, from, until);
    }

    public KeyAndCertificate server() {
        return authority.issueServer(
                "localhost",
                Instant.now().minus(Duration.ofDays(1)),
                Instant.now().plus(Duration.ofDays(30)),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }
}
