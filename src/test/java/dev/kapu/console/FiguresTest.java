package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers that an administrator sees after something has happened. */
@HubTest
class FiguresTest {
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern LIGHT =
            Pattern.compile("<span>([^<]+)</span>\\s*<b class=\"mark [a-z]+\">([^<]+)</b>");
    private static final String VERIFY_SITE = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>\
            <x:id xmlns:x="http://x-road.eu/xsd/xroad.xsd">site</x:id></s:Header><s:Body>\
            <verifySite xmlns="urn:kapu:id-cards:v1"><institutionCode>040003</institutionCode>\
            <settlement>Győr</settlement><siteSerial>001</siteSerial></verifySite></s:Body></s:Envelope>""";
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
    CamelContext camel;

    @Autowired
    HealthContributorRegistry health;

    @Autowired
    TransactionTemplate transactions;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.administrator(listeners, data);
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
        assertThat(Double.parseDouble(row.get(5))).as("mean").isPositive();
        assertThat(Double.parseDouble(row.get(6))).as("p99").isPositive();
    }

    @Test
    void a_route_that_was_stopped_shows_its_state_and_the_requests_that_failed() throws Exception {
        var id = "id-cards.verify-site";
        var before = row("routes", id);
        assertThat(before.get(1)).isEqualTo("running");

        camel.getRouteController().stopRoute(id);
        try {
            new PartnerClient(services, credentials, "id-card-office").ask("IdCards", VERIFY_SITE);

            var stopped = row("routes", id);
            assertThat(stopped.get(1)).isEqualTo("stopped");
            assertThat(number(stopped.get(4))).as("failed").isEqualTo(number(before.get(4)) + 1);
            await().untilAsserted(() ->
                    assertThat(row("routes", id).get(7)).as("last failure").startsWith("20"));
        } finally {
            camel.getRouteController().startRoute(id);
        }
        assertThat(row("routes", id).get(1)).isEqualTo("running");
    }

    @ParameterizedTest
    @CsvSource({"db,Database", "broker,Message broker"})
    void the_overview_shows_what_is_down_and_what_is_not(String part, String title) {
        var real = Objects.requireNonNull(health.unregisterContributor(part));
        health.registerContributor(part, (HealthIndicator) () -> Health.down().build());
        try {
            assertThat(lights()).containsEntry(title, "down").containsValue("up");
        } finally {
            health.unregisterContributor(part);
            health.registerContributor(part, real);
        }
        assertThat(lights()).containsEntry("Database", "up").containsEntry("Message broker", "up");
    }

    private Map<String, String> lights() {
        return LIGHT.matcher(browser.get("/console?language=en").body())
                .results()
                .collect(Collectors.toMap(light -> light.group(1), light -> light.group(2)));
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
                new Subject("70000000016", Set.of("040003"), "040003", Set.of(Scope.CARDHOLDERS)),
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
        var start = Math.max(
                html.indexOf("<th scope=\"row\">" + name + "</th>"),
                html.indexOf("<th scope=\"row\"><span>" + name + "<"));
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
