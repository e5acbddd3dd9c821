package dev.kapu.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;

/** Credentials that {@code partners.yaml} refers to by file: a secret in plain text is for development only. */
final class DevelopmentFiles {
    private final boolean accepted;
    private final Path directory;

    DevelopmentFiles(boolean accepted, Path directory) {
        this.accepted = accepted;
        this.directory = directory;
    }

    /** @return SHA-256 of the secret */
    byte[] secret(String file) throws Unusable {
        return Sha256.of(new String(read(file), StandardCharsets.UTF_8).strip());
    }

    /** @return the certificate's fingerprint */
    byte[] certificate(String file) throws Unusable {
        var pem = new ByteArrayInputStream(read(file));
        try {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return Sha256.of(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new Unusable("'%s' holds no certificate".formatted(file));
        }
    }

    private byte[] read(String file) throws Unusable {
        if (!accepted) {
            throw new Unusable("'file' is for development only; write sha256 here,"
                    + " or set kapu.access.development-secrets=true where nothing real is at stake");
        }
        var path = directory.resolve(file);
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new Unusable("there is no file '%s'".formatted(path));
        } catch (IOException e) {
            throw new Unusable("'%s' cannot be read: %s".formatted(path, e));
        }
    }

    /** Says why, in words that complete "file, line:". */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        Unusable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
