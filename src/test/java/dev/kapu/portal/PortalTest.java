package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import dev.kapu.console.SignInThrottle;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.registry.secret.SecretRequest;
import dev.kapu.registry.secret.SecretRequests;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of institutions as a browser sees them. */
@HubTest
class PortalTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    SecretRequests requests;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode school;
    private String secret;

    @BeforeEach
    void a_school_with_a_secret() {
        school = new TestRegistry(jdbc).institution();
        secret = secrets.issue(school);
    }

    @Test
    void nothing_is_shown_before_sign_in() {
        assertThat(location(browser().get("/institution"))).endsWith("/institution/sign-in");
        assertThat(location(browser().get("/institution/anything"))).endsWith("/institution/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"en,A new secret", "hu,Új jelszó", "tr,Yeni parola"})
    void home_names_the_institution_in_each_language(String language, String text) {
        var browser = signedIn();

        var home = browser.get("/institution?language=" + language);

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains("<html lang=\"" + language + "\"", "Próba Iskola", school.text(), text)
                .doesNotContain("??", "th:", "<script", "style=")
                .endsWith("</html>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/institution/sign-in", "/institution/secret", "/institution"})
    void a_stranger_gets_no_session_and_the_same_protection_as_on_the_console(String page) {
        var answer = browser().get(page);

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).doesNotContain("??", "th:");
    }

    @ParameterizedTest
    @CsvSource({"code,wrong", "000001,secret", "partner-code,secret", "'',secret"})
    void who_does_not_know_the_secret_is_not_let_in(String name, String password) {
        var browser = browser();

        var answer =
                signIn(browser, name.replace("code", school.text()), password.equals("secret") ? secret : password);

        assertThat(location(answer)).contains("/institution/sign-in?failed");
        assertThat(location(browser.get("/institution"))).endsWith("/institution/sign-in");
    }

    @Test
    void after_five_attempts_an_address_waits_even_with_the_right_secret() {
        var browser = browser();
        for (int attempt = 0; attempt < SignInThrottle.ATTEMPTS; attempt++) {
            signIn(browser, school.text(), "wrong");
        }

        assertThat(location(signIn(browser, school.text(), secret))).contains("/institution/sign-in?locked");
        assertThat(location(signIn(browser(), school.text(), secret))).endsWith("/institution");
    }

    @Test
    void a_session_ends_with_the_secret_that_opened_it_W5() {
        var browser = signedIn();
        assertThat(browser.get("/institution").statusCode()).isEqualTo(200);

        secrets.issue(school);

        assertThat(location(browser.get("/institution"))).endsWith("/institution/sign-in?ended");
        assertThat(location(browser.get("/institution"))).endsWith("/institution/sign-in");
    }

    @Test
    void who_asks_for_a_new_secret_is_out_and_a_letter_waits_W5() {
        var browser = signedIn();

        var answer =
                browser.post("/institution", "/institution/secret/replace", Map.of("institutionCode", school.text()));

        assertThat(location(answer)).endsWith("/institution/sign-in?replaced");
        assertThat(location(browser.get("/institution"))).endsWith("/institution/sign-in");
        assertThat(secrets.matches(school, secret)).isFalse();
        assertThat(jdbc.sql("select count(*) from disclosure where partner = ? and operation = ?")
                        .params("institution-" + school.text(), "Credentials/requestSecret")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(requests.collect(1000))
                .filteredOn(letter -> letter.institution().code().equals(school))
                .singleElement()
                .satisfies(letter -> assertThat(location(signIn(browser(), school.text(), letter.secret())))
                        .endsWith("/institution"));
    }

    @Test
    void forms_without_their_token_are_refused() {
        assertThat(signedIn()
                        .postWithoutToken("/institution/secret/replace", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(secrets.matches(school, secret)).isTrue();
        assertThat(browser()
                        .postWithoutToken("/institution/secret", "institutionCode=" + school.text())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = signedIn();

        browser.post("/institution", "/institution/sign-out", Map.of());

        assertThat(location(browser.get("/institution"))).endsWith("/institution/sign-in");
    }

    @Test
    void an_institution_does_not_see_the_console_nor_an_administrator_an_institutions_pages() {

        assertThat(location(signedIn().get("/console"))).endsWith("/console/sign-in");
        assertThat(location(Browser.administrator(listeners, data).get("/institution")))
                .endsWith("/institution/sign-in");
    }

    @Test
    void asking_without_a_secret_says_the_same_of_every_code_and_locks_nobody_out_W2() {
        var known = askFor(browser(), school.text());
        var unknown = askFor(browser(), "000001");

        assertThat(location(known)).endsWith("/institution/secret?asked").isEqualTo(location(unknown));
        assertThat(secrets.matches(school, secret)).isTrue();
        assertThat(requests.unconfirmed(1000))
                .extracting(SecretRequest::institution)
                .contains(school)
                .doesNotContain(new InstitutionCode("000001"));
        assertThat(requests.collect(1000))
                .noneMatch(letter -> letter.institution().code().equals(school));
    }

    @Test
    void asking_is_throttled_by_address_and_a_code_without_its_zeros_is_no_code() {
        var browser = browser();
        assertThat(location(askFor(browser, "40003"))).endsWith("/institution/secret?invalid");
        for (int attempt = 0; attempt < SignInThrottle.ATTEMPTS; attempt++) {
            assertThat(location(askFor(browser, "000001"))).endsWith("/institution/secret?asked");
        }

        assertThat(location(askFor(browser, school.text()))).endsWith("/institution/secret?locked");
        assertThat(requests.unconfirmed(1000))
                .extracting(SecretRequest::institution)
                .doesNotContain(school);
    }

    private static HttpResponse<String> askFor(Browser browser, String code) {
        return browser.post("/institution/secret", "/institution/secret", Map.of("institutionCode", code));
    }

    private Browser signedIn() {
        var browser = browser();
        assertThat(location(signIn(browser, school.text(), secret))).endsWith("/institution");
        return browser;
    }

    private static HttpResponse<String> signIn(Browser browser, String code, String password) {
        return browser.post(
                "/institution/sign-in", "/institution/sign-in", Map.of("username", code, "password", password));
    }

    /** Each sits at an address of its own, so that no test waits for the attempts of another. */
    private Browser browser() {
        return new Browser(listeners.http().orElseThrow()).from("192.0.2." + ADDRESSES.incrementAndGet());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("stayed: " + answer.statusCode());
    }
}
