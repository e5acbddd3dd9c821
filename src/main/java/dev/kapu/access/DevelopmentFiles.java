package dev.kapu.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Locale;

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
            throw new Unusable(Phrase.NOT_A_CERTIFICATE.with(file));
        }
    }

    private byte[] read(String file) throws Unusable {
        if (!accepted) {
            throw new Unusable(Phrase.DEVELOPMENT_ONLY.with());
        }
        var path = directory.resolve(file);
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new Unusable(Phrase.CREDENTIAL_FILE_MISSING.with(path));
        } catch (IOException e) {
            throw new Unusable(Phrase.CREDENTIAL_FILE_UNREADABLE.with(path, e));
        }
    }

    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Sentence sentence;

        Unusable(Sentence sentence) {
            super(sentence.in(Locale.ENGLISH));
            this.sentence = sentence;
        }

        Sentence sentence() {
            return sentence;
        }
    }
}
