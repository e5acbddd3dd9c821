package dev.kapu.pki;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PkiConfiguration {
    /** What the hub shows to its callers. */
    @Bean
    KeyAndCertificate hubKey(TlsProperties tls, ObjectProvider<DevelopmentCredentials> development) {
        Path keyStore = tls.keyStore();
        if (keyStore != null) {
            return KeyFiles.pkcs12(keyStore, tls.password());
        }
        Path certificate = tls.certificate();
        Path privateKey = tls.privateKey();
        if (certificate != null && privateKey != null) {
            return KeyFiles.pem(certificate, privateKey, tls.password());
        }
        DevelopmentCredentials issued = development.getIfAvailable();
        if (issued == null) {
            throw new KeyProblem(
                    "The hub has no key for TLS.",
                    "Set kapu.tls.key-store, or kapu.tls.certificate and kapu.tls.private-key. Is the profile spelt right? Only"
                            + " the demonstration (no profile, or demo) makes a key of its own.",
                    null);
        }
        return KeyFiles.pem(issued.serverCertificate(), issued.serverKey(), null);
    }

    @Bean
    TrustAnchors trustAnchors(TlsProperties tls, ObjectProvider<DevelopmentCredentials> development) {
        Set<X509Certificate> authorities = read(tls.trustAnchors());
        development.ifAvailable(issued -> authorities.addAll(Pem.readCertificates(issued.caCertificate())));
        return new TrustAnchors(authorities, read(tls.pinned()));
    }

    private static Set<X509Certificate> read(List<Path> files) {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        files.forEach(file -> certificates.addAll(Pem.readCertificates(file)));
        return certificates;
    }

    @Bean
    CertificateVerifier certificateVerifier(TrustAnchors anchors, ObjectProvider<Clock> clock) {
        return new CertificateVerifier(anchors, clock.getIfAvailable(Clock::systemUTC));
    }
}
