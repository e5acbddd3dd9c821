package dev.kapu.pki;

import java.security.cert.X509Certificate;
import java.util.Set;

/** Authorities, or single partners' own certificates, that the hub believes. */
public record TrustAnchors(Set<X509Certificate> certificates) {
    public TrustAnchors {
        certificates = Set.copyOf(certificates);
    }
}
