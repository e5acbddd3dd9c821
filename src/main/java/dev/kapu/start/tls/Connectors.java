package dev.kapu.start.tls;

import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TrustAnchors;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * HTTPS, where a client certificate is asked for but not demanded, and plain HTTP if it is on. Limits come from
 * {@code server.*} and hold for both.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Connectors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int PAUSE_IN_A_BODY_MILLIS = 10_000;

    private final HttpsProperties https;
    private final HttpProperties http;
    private final KeyAndCertificate key;
    private final TrustAnchors anchors;

    Connectors(HttpsProperties https, HttpProperties http, KeyAndCertificate key, TrustAnchors anchors) {
        this.https = https;
        this.http = http;
        this.key = key;
        this.anchors = anchors;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(Connectors::leaveToTheDoor);
        if (http.enabled()) {
            factory.addAdditionalConnectors(plain(factory));
        }
        factory.setPort(https.port());
        factory.setAddress(https.address());
        factory.addConnectorCustomizers(this::secure);
    }

    /** What the container would decide by itself about a body or a method, the door answers with a fault and a record. */
    private static void leaveToTheDoor(Connector connector) {
        connector.setAllowTrace(true);
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setContinueResponseTiming("onRead");
        protocol.setDisableUploadTimeout(false);
        protocol.setConnectionUploadTimeout(PAUSE_IN_A_BODY_MILLIS);
    }

    private void secure(Connector connector) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification("optional");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new HubSslContext(key, anchors));
        host.addCertificate(certificate);
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(host);
        connector.setScheme("https");
        connector.setSecure(true);
    }

    private Connector plain(TomcatServletWebServerFactory factory) {
        var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(http.port());
        factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        limit(factory, connector.getProtocolHandler());
        ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setAddress(http.address());
        return connector;
    }

    @SuppressWarnings("unchecked")
    private static void limit(TomcatServletWebServerFactory factory, ProtocolHandler handler) {
        LambdaSafe.callbacks(TomcatProtocolHandlerCustomizer.class, factory.getProtocolHandlerCustomizers(), handler)
                .invoke(customizer -> customizer.customize(handler));
    }
}
