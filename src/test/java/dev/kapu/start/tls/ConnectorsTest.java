package dev.kapu.start.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TestAuthority;
import dev.kapu.pki.TestTls;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
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
                                .sslContext(TestTls.client(AUTHORITY.anchors(), null))
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

    private static HttpClient client(@Nullable KeyAndCertificate key) {
        return HttpClient.newBuilder()
                .sslContext(TestTls.client(AUTHORITY.anchors(), key))
                .build();
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
