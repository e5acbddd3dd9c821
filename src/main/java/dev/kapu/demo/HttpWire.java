package dev.kapu.demo;

import dev.kapu.pki.DevelopmentCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A partner's way to the hub's services over HTTP, with one of its credentials. */
final class HttpWire {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String partner;
    private final HttpClient client;
    private final String services;
    private final @Nullable String authorization;

    private HttpWire(String partner, SSLContext tls, String services, @Nullable String authorization) {
        this.partner = partner;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(tls)
                .build();
        this.services = services;
        this.authorization = authorization;
    }

    /** By the partner's certificate, over TLS. */
    static HttpWire certificate(String partner, DevelopmentCredentials credentials, String services) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(credentials.keyStore(partner), DevelopmentCredentials.KEY_STORE_PASSWORD.toCharArray());
            return new HttpWire(partner, tls(credentials, keys.getKeyManagers()), services, null);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** By the partner's secret (RFC 7617). */
    static HttpWire secret(String partner, DevelopmentCredentials credentials, String services) {
        try {
            var pair = partner + ":" + Files.readString(credentials.secret(partner));
            var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return new HttpWire(partner, tls(credentials, null), services, basic);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static SSLContext tls(DevelopmentCredentials credentials, KeyManager @Nullable [] keys)
            throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(credentials.trustStore());
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    /** @throws Setback if the answer is a fault, or does not come */
    Answer get(Ask ask, Map<String, String> values) throws Setback, InterruptedException {
        try {
            return ask(ask, values).unlessFault(partner);
        } catch (Setback refused) {
            throw refused;
        } catch (IOException silence) {
            throw new Setback(partner, "no answer, " + silence.getClass().getSimpleName());
        }
    }

    Answer ask(Ask ask, Map<String, String> values) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(services + ask.service()))
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", '"' + ask.action() + '"')
                .POST(HttpRequest.BodyPublishers.ofString(ask.envelope(partner, values)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return Answer.read(response.body());
    }
}
