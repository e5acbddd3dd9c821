package dev.kapu.console;

import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import dev.kapu.start.Secret;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person's browser does: keeps cookies, follows no redirect unseen, sends forms back with their hidden field. */
public final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private String address = "";

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** As behind a proxy on this machine, which says where the person really sits. */
    public Browser from(String address) {
        this.address = address;
        return this;
    }

    public static Browser signedIn(int port, String password) {
        var browser = new Browser(port);
        browser.signIn("admin", password);
        return browser;
    }

    /** Signed in as the administrator whom the hub made for itself. */
    public static Browser administrator(Listeners listeners, DataDirectory data) {
        return signedIn(
                listeners.http().orElseThrow(),
                Secret.kept(data.directory("demo/console").resolve("password")).text());
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/console/sign-in", "/console/sign-in", Map.of("username", name, "password", password));
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    public byte[] download(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET(), BodyHandlers.ofByteArray())
                .body();
    }

    /** @param page where the form stands */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        var csrf = CSRF.matcher(get(page).body());
        var token = csrf.find() ? "&_csrf=" + csrf.group(1) : "";
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return postWithoutToken(path, body + token);
    }

    /** @param page where the form stands */
    public HttpResponse<String> upload(
            String page, String path, Map<String, String> fields, String fileName, byte[] file) {
        var csrf = CSRF.matcher(get(page).body());
        var all = new TreeMap<>(fields);
        if (csrf.find()) {
            all.put("_csrf", csrf.group(1));
        }
        var head = new StringBuilder();
        all.forEach((name, value) -> head.append("--part\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head.toString()),
                HttpRequest.BodyPublishers.ofByteArray(file),
                HttpRequest.BodyPublishers.ofString("\r\n--part--\r\n"));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(body));
    }

    public HttpResponse<String> postWithoutToken(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
