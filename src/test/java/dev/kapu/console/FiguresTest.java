package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.AffiliationEnded;
import dev.kapu.scope.Subject;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import dev.kapu.start.Secret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers that an administrator sees after something has happened. */
@HubTest
class FiguresTest {
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final String NUMBER = "\\d+\\.\\d";

    @LocalServerPort
    int services;

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    ApplicationEventPublisher registry;

    @Autowired
    TransactionTemplate transactions;

    private Browser browser;

    @BeforeEach
    void signIn() {
        var password =
                Secret.kept(data.directory("demo/console").resolve("password")).text();
        browser = Browser.signedIn(listeners.http().orElseThrow(), password);
    }

    @Test
    void a_route_that_serves_partners_shows_count_mean_and_p99() {
        var before = number(row("routes", "id-cards.get-cardholder").get(2));

        new PartnerClient(services, credentials, "id-card-office")
                .ask(
                        "IdCards",
                        PartnerClient.envelope(
                                "get-cardholder", Map.of("person", "70000000016", "institution", "040003")));

        var row = row("routes", "id-cards.get-cardholder");
        assertThat(number(row.get(2))).isEqualTo(before + 1);
        assertThat(row.get(5)).matches(NUMBER);
        assertThat(row.get(6)).matches(NUMBER);
    }

    @Test
    void a_route_of_events_and_its_queue_show_what_went_through() {
        var route = "partners.id-card-office.events";
        var queue = "kapu.out.id-card-office";
        var passed = number(row("routes", route).get(2));
        var waiting = number(row("queues", queue).get(0));

        affiliationEnded();
        affiliationEnded();

        await().untilAsserted(() -> {
            var row = row("routes", route);
            assertThat(number(row.get(2))).isGreaterThanOrEqualTo(passed + 2);
            assertThat(row.get(5)).matches(NUMBER);
            assertThat(row.get(6)).matches(NUMBER);
            assertThat(number(row("queues", queue).get(0))).isGreaterThanOrEqualTo(waiting + 2);
        });
    }

    private void affiliationEnded() {
        var ended = new AffiliationEnded(
                UUID.randomUUID(),
                Instant.now(),
                new Subject("70000000016", Set.of("040003"), "040003"),
                "040003",
                "001",
                "compulsory-student",
                LocalDate.parse("2026-06-15"),
                List.of());
        transactions.executeWithoutResult(status -> registry.publishEvent(ended));
    }

    /** The cells behind the name. */
    private List<String> row(String page, String name) {
        var html = browser.get("/console/" + page + "?language=en").body();
        var start = html.indexOf("<th scope=\"row\">" + name + "</th>");
        assertThat(start).as("row of %s", name).isPositive();
        return CELL.matcher(html.substring(start, html.indexOf("</tr>", start)))
                .results()
                .map((MatchResult cell) ->
                        cell.group(1).replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    private static long number(String cell) {
        return Long.parseLong(cell.replace(",", ""));
    }
}
