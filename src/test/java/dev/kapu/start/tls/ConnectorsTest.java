package dev.kapu.start.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TestAuthority;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class ConnectorsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.stranger();
    private static TomcatWebServer server;

    @BeforeAll
    static void start() throws Exception {
        var factory = new TomcatServletWebServerFactory();
        new Connectors(
                        new HttpsProperties(0, null),
                        new HttpProperties(true, 0, InetAddress.getLoopbackAddress()),
                        AUTHORITY.server(),
                        AUTHORITY.anchors())
                .customize(factory);
        server = (TomcatWebServer) factory.getWebServer(
                context -> context.addServlet("who", new WhoServlet()).addMapping("/who"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void a_caller_without_a_certificate_is_served() throws Exception {
        assertThat(who(client(null), "https")).isEqualTo("nobody");
    }

    @Test
    void a_callers_certificate_reaches_the_application() throws Exception {
        assertThat(who(client(AUTHORITY.partner("admissions")), "https")).contains("CN=admissions");
    }

    @Test
    void an_expired_certificate_does_not_break_the_connection() throws Exception {
        assertThat(who(client(AUTHORITY.expiredPartner("admissions")), "https")).contains("CN=admissions");
    }

    @Test
    void a_foreign_certificate_does_not_break_the_connection() throws Exception {
        KeyAndCertificate foreign = TestAuthority.stranger().partner("admissions");

        assertThat(who(client(foreign), "https")).contains("CN=admissions");
    }

    @Test
    void plain_http_listens_on_loopback_only() throws Exception {
        assertThat(who(client(null), "http")).isEqualTo("nobody");
        assertThat(connector("http").getProperty("address")).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @Test
    void old_tls_is_refused() {
        var old = new SSLParameters(null, new String[] {"TLSv1.1"});

        assertThatThrownBy(() -> who(
                        HttpClient.newBuilder()
                                .sslContext(context(null))
                                .sslParameters(old)
                                .build(),
                        "https"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static String who(HttpClient client, String scheme) throws Exception {
        var uri = URI.create(scheme + "://localhost:" + connector(scheme).getLocalPort() + "/who");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static Connector connector(String scheme) {
        for (Connector connector : server.getTomcat().getService().findConnectors()) {
            if (connector.getScheme().equals(scheme)) {
                return connector;
            }
        }
        throw new AssertionError("no " + scheme);
    }

    private static HttpClient client(@Nullable KeyAndCertificate key) throws Exception {
        return HttpClient.newBuilder().sslContext(context(key)).build();
    }

    private static SSLContext context(@Nullable KeyAndCertificate key) throws Exception {
        var trusted = empty();
        for (X509Certificate anchor : AUTHORITY.anchors().certificates()) {
            trusted.setCertificateEntry("ca", anchor);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var own = empty();
        if (key != null) {
            own.setKeyEntry("key", key.key(), new char[0], key.chain().toArray(X509Certificate[]::new));
        }
        var keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(own, new char[0]);
        var context = SSLContext.getInstance("TLS");
        var insistent = new InsistentKeyManager((X509ExtendedKeyManager) keys.getKeyManagers()[0]);
        context.init(new KeyManager[] {insistent}, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static final class WhoServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
            var chain = (X509Certificate[]) request.getAttribute("jakarta.servlet.request.X509Certificate");
            answer.getWriter().print(chain == null ? "nobody" : chain[0].getSubjectX500Principal());
        }
    }
}
