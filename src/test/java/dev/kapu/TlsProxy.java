package dev.kapu;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** What a site puts before the hub: ends TLS, passes on over plain HTTP and says so in {@code X-Forwarded-*}. */
final class TlsProxy implements AutoCloseable {
    private static final Set<String> PASSED_ON = Set.of("authorization", "content-type", "soapaction");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;
    private final URI hub;

    TlsProxy(SSLContext tls, URI hub) throws IOException {
        this.hub = hub;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", this::passOn);
        server.start();
    }

    URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    private void passOn(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(hub.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", address().getHost())
                .header("X-Forwarded-Port", String.valueOf(address().getPort()))
                .header("X-Forwarded-For", "127.0.0.1");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try (exchange) {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
