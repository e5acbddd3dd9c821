package dev.kapu.start;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the hub listens, once it does: known from the web server's start on, also if the port was left to chance. */
@Component
public class Listeners {
    private volatile int https;
    private volatile int http;

    public int https() {
        return https;
    }

    /** Empty where plain HTTP is off. */
    public OptionalInt http() {
        return http == 0 ? OptionalInt.empty() : OptionalInt.of(http);
    }

    @EventListener
    void listening(ServletWebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null
                && event.getWebServer() instanceof TomcatWebServer server) {
            Stream.of(server.getTomcat().getService().findConnectors()).forEach(this::note);
        }
    }

    private void note(Connector connector) {
        if (connector.getSecure()) {
            https = connector.getLocalPort();
        } else {
            http = connector.getLocalPort();
        }
    }
}
