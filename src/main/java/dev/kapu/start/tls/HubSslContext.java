package dev.kapu.start.tls;

import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TrustAnchors;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.jspecify.annotations.Nullable;

/** The hub's key and {@link AnyClientCertificate}, in Tomcat's shape. */
final class HubSslContext implements SSLContext {
    private final javax.net.ssl.SSLContext context;
    private final KeyAndCertificate key;
    private final AnyClientCertificate trust;

    HubSslContext(KeyAndCertificate key, TrustAnchors anchors) {
        this.key = key;
        this.trust = new AnyClientCertificate(anchors);
        try {
            this.context = javax.net.ssl.SSLContext.getInstance("TLS");
            context.init(keyManagers(key), new TrustManager[] {trust}, null);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("the hub's TLS key cannot be used", broken);
        }
    }

    private static KeyManager[] keyManagers(KeyAndCertificate key) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("hub", key.key(), new char[0], key.chain().toArray(X509Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    @Override
    public void init(KeyManager @Nullable [] keys, TrustManager @Nullable [] trusted, @Nullable SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("already made");
    }

    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return key.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
