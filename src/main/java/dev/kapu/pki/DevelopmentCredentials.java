package dev.kapu.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * Where the demo's credentials lie. They are complete before any bean is made; the bean exists only where the
 * development CA is on.
 */
public record DevelopmentCredentials(Path directory) {
    /** Of every key store in {@link #directory()}: their files are what is protected. */
    public static final String KEY_STORE_PASSWORD = "changeit";

    public Path caCertificate() {
        return directory.resolve("ca.pem");
    }

    public Path caKey() {
        return directory.resolve("ca-key.pem");
    }

    public Path serverCertificate() {
        return directory.resolve("server/cert.pem");
    }

    public Path serverKey() {
        return directory.resolve("server/key.pem");
    }

    /** 256 random bits in base64url, without a line end. */
    public Path secret(String partner) {
        return of(partner, "secret");
    }

    public Path certificate(String partner) {
        return of(partner, "cert.pem");
    }

    public Path key(String partner) {
        return of(partner, "key.pem");
    }

    /** PKCS #12: the partner's key and chain. */
    public Path keyStoreFile(String partner) {
        return of(partner, "keystore.p12");
    }

    public KeyStore keyStore(String partner) {
        try (InputStream content = Files.newInputStream(keyStoreFile(partner))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(content, KEY_STORE_PASSWORD.toCharArray());
            return store;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Trusts the development CA and nobody else. */
    public KeyStore trustStore() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", Pem.readCertificates(caCertificate()).get(0));
            return store;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Path of(String partner, String file) {
        return directory.resolve(partner).resolve(file);
    }
}
