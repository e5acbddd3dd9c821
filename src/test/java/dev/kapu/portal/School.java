package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.console.Browser;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Listeners;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school whose secretary is signed in, and reads English. */
final class School {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}-[0-9]{8}");

    final InstitutionCode code;
    final Browser browser;
    private final JdbcClient jdbc;

    School(ApplicationContext hub) {
        this(hub, new TestRegistry(hub.getBean(JdbcClient.class)).institution());
    }

    School(ApplicationContext hub, InstitutionCode code) {
        this.code = code;
        jdbc = hub.getBean(JdbcClient.class);
        var port = hub.getBean(Listeners.class).http().orElseThrow();
        var secrets = hub.getBean(InstitutionSecrets.class);
        browser = new Browser(port).from("192.0.4." + ADDRESSES.incrementAndGet());
        browser.post(
                "/institution/sign-in",
                "/institution/sign-in",
                Map.of("username", code.text(), "password", secrets.issue(code)));
        browser.get("/institution?language=en");
    }

    /** @return the page with the result */
    String imports(byte[] file, Map<String, String> fields) {
        begins(file, fields);
        return await().until(() -> get("/institution/import/result"), page -> !page.contains("http-equiv=\"refresh\""));
    }

    /** @return the page with the result, which may not be there yet */
    String begins(byte[] file, Map<String, String> fields) {
        var answer = browser.upload("/institution/import", "/institution/import", fields, "file.xlsx", file);
        assertThat(location(answer)).endsWith("/institution/import/result");
        return browser.get("/institution/import/result").body();
    }

    String get(String path) {
        return browser.get(path).body();
    }

    /** How many of its calls of the operation are recorded. */
    long records(String operation) {
        return jdbc.sql("select count(*) from disclosure where partner = ? and operation = ?")
                .params("institution-" + code.text(), operation)
                .query(Long.class)
                .single();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }

    static String number(String text) {
        var number = NUMBER.matcher(text);
        assertThat(number.find()).as(text).isTrue();
        return number.group();
    }
}
