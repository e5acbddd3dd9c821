package dev.kapu.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** @param chain leaf first */
public record KeyAndCertificate(PrivateKey key, List<X509Certificate> chain) {
    public KeyAndCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }
}
