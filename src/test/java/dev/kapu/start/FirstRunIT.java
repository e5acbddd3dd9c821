package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** A newcomer's first hour with {@code kapu.jar}, alone in an empty directory. */
@TestMethodOrder(OrderAnnotation.class)
class FirstRunIT {
    private static final Pattern ADDRESS = Pattern.compile("(?m)^.{13}(http://localhost:\\S+)$");

    @TempDir
    static Path directory;

    @TempDir
    static Path elsewhere;

    static HubProcess hub;

    @BeforeAll
    static void start() {
        hub = HubProcess.start(directory, elsewhere.resolve("first")).awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        hub.close();
    }

    @Test
    @Order(1)
    void the_line_at_the_end_of_the_log_answers_when_it_is_pasted() throws Exception {
        var answer = hub.bash(hub.said("(?m)^ *(curl .*)$"));

        assertThat(answer).contains("getCardholderResponse").doesNotContain("Fault");
    }

    @Test
    @Order(2)
    void the_line_of_the_readme_answers_too() throws Exception {
        var readme = Pattern.compile("(?m)^curl .*$").matcher(Files.readString(Path.of("README.md")));
        assertThat(readme.find()).isTrue();

        var answer = hub.bash(readme.group().replace("http://localhost:8080", hub.base()));

        assertThat(answer).contains("getCardholderResponse").doesNotContain("Fault");
    }

    @Test
    @Order(2)
    void every_call_of_the_day_in_the_readme_answers_too() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var ask = Pattern.compile("(?ms)^ask\\(\\) .*?^}$").matcher(readme);
        assertThat(ask.find()).isTrue();
        var calls = Pattern.compile("`(ask [^`]+)`").matcher(readme).results().toList();

        assertThat(calls).hasSize(12).allSatisfy((MatchResult call) -> {
            var function = ask.group().replace("http://localhost:${KAPU_HTTP_PORT:-8080}", hub.base());
            boolean refused = call.group(1).contains("higher-education-admissions");

            // The hub counts its numbers some seconds after the start.
            await().untilAsserted(() -> assertThat(hub.bash(function + "\n" + call.group(1)))
                    .contains(refused ? "<code>Client.Person.NotFound</code>" : "Response")
                    .matches(answer -> answer.contains("Fault") == refused, "a fault only where the README says so"));
        });
    }

    @Test
    @Order(3)
    void every_address_of_the_banner_answers() throws Exception {
        var addresses = ADDRESS.matcher(hub.log())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(7);
        for (var address : addresses) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    @Order(4)
    void told_to_stop_the_hub_answers_or_refuses_and_records_what_it_answered() throws Exception {
        var question = hub.said("-d '(<.*>)'");
        var secret = Files.readString(directory.resolve("data/demo/id-card-office/secret"));
        var load = new Load(hub.base(), secret, question).begin();
        await().until(() -> load.answers().size() > 100);

        hub.terminate();

        assertThat(hub.awaitEnd()).isEqualTo(143);
        var answered = load.end().stream().filter(Load.Answer::came).toList();
        assertThat(answered.stream().filter(answer -> !answer.isSoap()).map(Load.Answer::status))
                .isEmpty();
        assertThat(hub.log()).doesNotContain(" WARN ", "ERROR");
        await().untilAsserted(() -> assertThat(hub.servers()).isEmpty());
        var turnedAway =
                load.answers().stream().filter(answer -> !answer.came()).map(Load.Answer::messageId);
        var recorded = Set.copyOf(recorded());
        assertThat(recorded)
                .containsAll(answered.stream().map(Load.Answer::messageId).toList());
        assertThat(turnedAway).noneMatch(recorded::contains);
    }

    @Test
    @Order(5)
    void the_second_start_keeps_what_there_was() throws Exception {
        hub = HubProcess.moved(besideTheJar(), directory, elsewhere.resolve("second"))
                .awaitReady();

        assertThat(hub.log()).doesNotContain("Making a PostgreSQL", "Seeding", " WARN ", "ERROR");
        assertThat(hub.bash(hub.said("(?m)^ *(curl .*)$"))).contains("getCardholderResponse");
    }

    @Test
    @Order(6)
    void what_stands_beside_the_jar_goes_before_what_is_inside_it() throws Exception {
        assertThat(hub.log()).as("config/, routes/").contains("Started moved.verify-site (kapu://IdCards/verifySite)");
        assertThat(hub.bash("curl -s " + hub.base() + "/services/IdCards?wsdl"))
                .as("wsdl/")
                .contains("Changed beside the jar.");
    }

    @Test
    @Order(7)
    void a_route_file_that_breaks_a_rule_ends_the_start_with_a_sentence_and_no_stack_trace() throws Exception {
        hub.close();
        change("routes/id-cards.camel.xml", "kapu:IdCards/verifySite", "timer:x");

        hub = HubProcess.moved(elsewhere.resolve("home"), directory, elsewhere.resolve("third"))
                .await("Correct what is named above");

        assertThat(hub.awaitEnd()).isEqualTo(1);
        assertThat(hub.log().substring(hub.log().indexOf("Description:")))
                .contains("route moved.verify-site comes from timer:x, which is no way into the gate", "Action:");
        assertThat(hub.log()).doesNotContain("\tat ", "Exception", "Stack trace");
    }

    /** Of the settings only one: the others keep what the jar says. */
    private static Path besideTheJar() throws IOException {
        var home = elsewhere.resolve("home");
        for (var name : List.of("config", "routes", "wsdl")) {
            FileSystemUtils.copyRecursively(Path.of(name), home.resolve(name));
        }
        Files.writeString(home.resolve("config/application.yaml"), "logging.level.org.apache.camel: info\n");
        change("routes/id-cards.camel.xml", "<route id=\"id-cards.verify-site\">", "<route id=\"moved.verify-site\">");
        change("wsdl/IdCards.wsdl", "For card offices:", "Changed beside the jar. For card offices:");
        return home;
    }

    private static void change(String name, String before, String after) throws IOException {
        var file = elsewhere.resolve("home").resolve(name);
        var text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static List<String> recorded() throws Exception {
        try (var data = DataDirectory.open(directory.resolve("data"), DataSize.ofBytes(1));
                var server = EmbeddedDatabase.start(data, 0, Map.of("shared_buffers", "16MB"))) {
            return JdbcClient.create(server.asSuperuser("kapu"))
                    .sql("select message_id from kapu.disclosure where message_id is not null")
                    .query(String.class)
                    .list();
        }
    }
}
