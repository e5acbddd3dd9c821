package dev.kapu.access;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Who is who, by the policy in force. */
public interface Partners {
    /** One of the files; an institution of the registry is found by its secret only. */
    Optional<Partner> byName(String name);

    /**
     * A partner of the files, or an institution of the registry by its name {@code institution-} and its code. Takes the
     * same time for a wrong secret as for one that does not exist.
     */
    Optional<Partner> bySecret(String name, String secret);

    /**
     * The caller has verified the chain up to a trust anchor and the validity; a subject is believed only because of
     * that. A certificate that points at two partners belongs to none.
     */
    Optional<Partner> byCertificate(X509Certificate certificate);
}
