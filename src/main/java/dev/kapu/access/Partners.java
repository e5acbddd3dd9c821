package dev.kapu.access;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Who is who, by the policy in force. */
public interface Partners {
    Optional<Partner> byName(String name);

    /** Takes the same time for a wrong secret as for a partner that does not exist. */
    Optional<Partner> bySecret(String name, String secret);

    /**
     * The caller has verified the chain up to a trust anchor and the validity; a subject is believed only because of
     * that. A certificate that points at two partners belongs to none.
     */
    Optional<Partner> byCertificate(X509Certificate certificate);
}
