package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Happenings;
import dev.kapu.start.Home;
import dev.kapu.start.Listeners;
import dev.kapu.start.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class ConsoleTest {
    static final List<String> PAGES = List.of(
            "/console",
            "/console/routes",
            "/console/queues",
            "/console/decisions",
            "/console/personnel",
            "/console/policy");

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    Home home;

    @Autowired
    Happenings happenings;

    private int port;
    private String password;

    @BeforeEach
    void find() {
        port = listeners.http().orElseThrow();
        password =
                Secret.kept(data.directory("demo/console").resolve("password")).text();
    }

    @Test
    void nothing_is_shown_before_sign_in() {
        var stranger = new Browser(port);

        assertThat(PAGES).allSatisfy(page -> {
            var answer = stranger.get(page);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/sign-in");
        });
    }

    @Test
    void who_must_sign_in_first_keeps_the_language_of_the_address() {
        var stranger = new Browser(port);

        for (var page : List.of("/console", "/institution")) {
            assertThat(stranger.get(page + "?language=hu").headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith(page + "/sign-in?language=hu"));
        }
    }

    @Test
    void what_is_no_page_speaks_every_language() {
        var page = new Browser(port).get("/error?language=tr").body();

        assertThat(page).contains("<html lang=\"tr\"", "href=\"/error?language=hu\"", "kapu.svg");
    }

    @ParameterizedTest
    @CsvSource({"en,This page does not exist.", "hu,Ez az oldal nem létezik.", "tr,Bu sayfa bulunmamaktadır."})
    void where_nothing_is_everybody_reads_so_in_their_language(String language, String sentence) {
        assertThat(List.of(new Browser(port), Browser.signedIn(port, password))).allSatisfy(browser -> {
            var answer = browser.get("/nowhere", "Accept-Language", language, "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<html lang=\"" + language + "\"", sentence);
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        });
    }

    @Test
    void a_stranger_does_not_learn_which_pages_the_console_has() {
        assertThat(new Browser(port).get("/console/nowhere").statusCode()).isEqualTo(302);
        assertThat(Browser.signedIn(port, password).get("/console/nowhere").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/sign-in", "/nowhere", "/services", "/"})
    void a_stranger_gets_no_session_for_sessions_are_memory(String page) {
        var answer = new Browser(port).get(page);

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void a_fragment_after_the_sessions_end_moves_the_whole_page_to_sign_in() {
        var answer = new Browser(port).get("/console/routes", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/console/sign-in");
    }

    @Test
    void a_wrong_password_does_not_sign_in() {
        var browser = new Browser(port);

        var answer = browser.signIn("admin", "wrong");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/sign-in?failed");
        assertThat(browser.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void the_first_page_says_what_goes_on_in_the_demonstration() {
        var browser = Browser.signedIn(port, password);

        happenings.say("14:00 A school changes its name");

        assertThat(browser.get("/console").body())
                .contains("In the demonstration:", "<span lang=\"en\">14:00 A school changes its name</span>");
    }

    @ParameterizedTest
    @CsvSource({"en,Overview", "hu,Áttekintés", "tr,Genel bakış"})
    void pages_are_whole_in_each_language(String language, String title) {
        var browser = Browser.signedIn(port, password);

        var overview = browser.get("/console?language=" + language).body();

        assertThat(overview).contains("<html lang=\"" + language + "\"", title);
        assertThat(PAGES).allSatisfy(page -> {
            var answer = browser.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .doesNotContain("??", "th:")
                    .containsOnlyOnce("id=\"pause\"")
                    .endsWith("</html>\n");
        });
    }

    @Test
    void what_is_wrong_in_a_policy_file_is_said_in_the_readers_language() throws IOException {
        var file = home.directory("config").orElseThrow().resolve("permissions.yaml");
        var right = Files.readString(file);
        var browser = Browser.signedIn(port, password);

        Files.writeString(file, right.replaceFirst("purpose:", "porpose:"));

        try {
            await().untilAsserted(() -> assertThat(policy(browser, "en")).contains("unknown key &#39;porpose&#39;"));
            assertThat(policy(browser, "hu"))
                    .contains("ismeretlen kulcs: „porpose” (itt: engedély); az ismert kulcsok: id, partner,")
                    .doesNotContain("unknown key");
            assertThat(policy(browser, "tr"))
                    .contains("bilinmeyen anahtar: “porpose” (bulunduğu yer: yetki); bilinen anahtarlar: id, partner,")
                    .doesNotContain("unknown key");
        } finally {
            Files.writeString(file, right);
        }
        await().untilAsserted(() -> assertThat(policy(browser, "en")).doesNotContain("porpose"));
    }

    private static String policy(Browser browser, String language) {
        return browser.get("/console/policy?language=" + language).body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/routes",
                "/console/queues",
                "/console/decisions",
                "/console/personnel",
                "/console/policy"
            })
    void a_fragment_is_only_what_changes_and_asks_again(String page) {
        var fragment =
                Browser.signedIn(port, password).get(page, "HX-Request", "true").body();

        assertThat(fragment)
                .startsWith("<div id=\"live\"")
                .contains("hx-get=\"" + page + "\"", "hx-trigger=\"every 2s\"");
        assertThat(fragment).doesNotContain("<html", "<nav");
    }

    @Test
    void a_paused_page_does_not_ask_again() {
        var page = Browser.signedIn(port, password).get("/console?live=false").body();

        assertThat(page).contains("id=\"live\"").doesNotContain("hx-trigger");
    }

    @Test
    void how_many_letters_of_a_queue_are_on_their_way_again_is_said() {
        var browser = Browser.signedIn(port, password);

        browser.post("/console/queues", "/console/queues/replay-all", Map.of("queue", "kapu.dead.nobody"));

        assertThat(browser.get("/console/queues").body()).contains("on their way again, the oldest first: 0.");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var browser = Browser.signedIn(port, password);

        assertThat(browser.postWithoutToken("/console/queues/replay", "letter=1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/console/queues", "/console/queues/replay", Map.of("letter", "1"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = Browser.signedIn(port, password);

        browser.post("/console", "/console/sign-out", Map.of());

        assertThat(browser.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void pages_may_run_no_script_but_our_own_and_cookies_stay_with_us() {
        var answer = new Browser(port).get("/console/sign-in");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
        assertThat(answer.body()).doesNotContain("<style", "style=", "<script", "onclick=");
    }
}
