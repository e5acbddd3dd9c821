package dev.kapu.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Certificates and keys as PEM text (RFC 7468). */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String certificates(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::certificate).collect(Collectors.joining());
    }

    static String key(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    /** @throws KeyProblem naming the file, if it holds no certificate that can be read */
    static List<X509Certificate> readCertificates(Path file) {
        try {
            return PemContent.of(Files.readString(file)).getCertificates();
        } catch (IOException | IllegalStateException unreadable) {
            throw new KeyProblem(
                    "No certificate can be read from " + file + ".",
                    "Give the file PEM certificates, or name another one under kapu.tls.",
                    unreadable);
        }
    }

    /** @throws KeyProblem naming the file, if it holds no private key that can be read */
    static PrivateKey readKey(Path file, @Nullable String password) {
        try {
            PrivateKey key = PemContent.of(Files.readString(file)).getPrivateKey(password);
            if (key == null) {
                throw new IllegalStateException("there is none");
            }
            return key;
        } catch (IOException | IllegalStateException unreadable) {
            throw new KeyProblem(
                    "No private key can be read from " + file + ".",
                    "Give the file a PEM key, set kapu.tls.password if it is encrypted, or name another one with"
                            + " kapu.tls.private-key.",
                    unreadable);
        }
    }

    private static String certificate(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + new String(LINES.encode(content), StandardCharsets.US_ASCII)
                + "\n-----END " + label + "-----\n";
    }
}
