package dev.kapu.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** TLS as a caller of the hub speaks it. */
public final class TestTls {
    private TestTls() {}

    /** @param key of the client, shown whatever authorities the server names; null for none */
    public static SSLContext client(TrustAnchors trusted, @Nullable KeyAndCertificate key) {
        try {
            var authorities = empty();
            for (X509Certificate anchor : trusted.certificates()) {
                authorities.setCertificateEntry("ca", anchor);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            var own = empty();
            if (key != null) {
                own.setKeyEntry("key", key.key(), new char[0], key.chain().toArray(X509Certificate[]::new));
            }
            var keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(own, new char[0]);
            var insistent = new InsistentKeyManager((X509ExtendedKeyManager) keys.getKeyManagers()[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {insistent}, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
