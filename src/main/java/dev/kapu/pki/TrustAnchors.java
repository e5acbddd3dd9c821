package dev.kapu.pki;

import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * Whom the hub believes.
 *
 * @param certificates of authorities: what they have issued is believed too
 * @param pinned single partners' own: they stand for themselves only, even where they could issue others
 */
public record TrustAnchors(Set<X509Certificate> certificates, Set<X509Certificate> pinned) {
    public TrustAnchors {
        certificates = Set.copyOf(certificates);
        pinned = Set.copyOf(pinned);
    }
}
