package dev.kapu;

import dev.kapu.pki.DevelopmentCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A partner's program in a few lines: whole envelopes over HTTPS, with the partner's secret. */
public final class PartnerClient {
    private final HttpClient http;
    private final URI hub;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String method = "POST";

    public PartnerClient(int port, DevelopmentCredentials credentials, String partner) {
        this.hub = URI.create("https://localhost:" + port);
        var trust = PemSslStoreDetails.forCertificate("file:" + credentials.caCertificate());
        this.http = HttpClient.newBuilder()
                .sslContext(SslBundle.of(new PemSslStoreBundle(null, trust)).createSslContext())
                .build();
        headers.put("Content-Type", "text/xml; charset=utf-8");
        headers.put("Authorization", basic(partner, secret(credentials, partner)));
    }

    public static String basic(String partner, String secret) {
        var pair = (partner + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** A fixture with its place-holders filled, {@code ${id}} with a new message id unless given. */
    public static String envelope(String name, Map<String, String> values) {
        try (var file = PartnerClient.class.getResourceAsStream("/envelopes/" + name + ".xml")) {
            var xml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                xml = xml.replace("${" + value.getKey() + "}", value.getValue());
            }
            return xml.replace("${id}", UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** A body with megabytes of zeros behind it, held in memory once. */
    public static BodyPublisher padded(String body, int megabytes) {
        return BodyPublishers.concat(
                BodyPublishers.ofString(body),
                BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, new byte[1024 * 1024])));
    }

    /** The same client with another header, or without one where the value is empty. */
    public PartnerClient with(String header, String value) {
        headers.remove(header);
        if (!value.isEmpty()) {
            headers.put(header, value);
        }
        return this;
    }

    public PartnerClient using(String method) {
        this.method = method;
        return this;
    }

    public HttpResponse<String> ask(String service, String envelope) {
        return ask(service, envelope.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> ask(String service, byte[] body) {
        return ask(service, BodyPublishers.ofByteArray(body));
    }

    public HttpResponse<String> ask(String service, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(hub.resolve("/services/" + service)).method(method, body);
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String secret(DevelopmentCredentials credentials, String partner) {
        try {
            return Files.readString(credentials.secret(partner));
        } catch (IOException e) {
            throw new IllegalStateException(partner, e);
        }
    }
}
