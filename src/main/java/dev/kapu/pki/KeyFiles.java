package dev.kapu.pki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a key with its certificates. */
final class KeyFiles {
    private KeyFiles() {}

    static KeyAndCertificate pem(Path certificate, Path key, @Nullable String password) {
        return new KeyAndCertificate(Pem.readKey(key, password), Pem.readCertificates(certificate));
    }

    /** @throws KeyProblem naming the file, if it does not hold exactly one key that can be read */
    static KeyAndCertificate pkcs12(Path file, @Nullable String password) {
        char[] secret = password == null ? new char[0] : password.toCharArray();
        try (InputStream content = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(content, secret);
            List<KeyAndCertificate> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, secret) instanceof PrivateKey key) {
                    keys.add(new KeyAndCertificate(key, chain(store, alias)));
                }
            }
            if (keys.size() != 1) {
                throw new KeyProblem(
                        "The key store " + file + " holds " + keys.size() + " keys instead of one.",
                        "Name a key store with the hub's key alone with kapu.tls.key-store.",
                        null);
            }
            return keys.get(0);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new KeyProblem(
                    "No key can be read from the key store " + file + ".",
                    "Check that it is a PKCS #12 file and that kapu.tls.password opens it.",
                    unreadable);
        }
    }

    private static List<X509Certificate> chain(KeyStore store, String alias) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (var certificate : store.getCertificateChain(alias)) {
            chain.add((X509Certificate) certificate);
        }
        return chain;
    }
}
