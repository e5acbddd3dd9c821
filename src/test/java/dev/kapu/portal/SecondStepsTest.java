package dev.kapu.portal;

import static dev.kapu.portal.School.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Listeners;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What cannot be taken back needs a second step; and what is mistyped is said on a page of the institution's own. */
@HubTest
class SecondStepsTest {
    @Autowired
    ApplicationContext hub;

    @Autowired
    Listeners listeners;

    @Autowired
    InstitutionSecrets secrets;

    private School school;

    @BeforeEach
    void a_school_is_signed_in() {
        school = new School(hub);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000001"})
    void a_secret_is_not_replaced_until_the_own_code_is_typed_W5(String typed) {
        var answer =
                school.browser.post("/institution", "/institution/secret/replace", Map.of("institutionCode", typed));

        assertThat(location(answer)).endsWith("/institution?unconfirmed");
        assertThat(school.get("/institution?unconfirmed")).contains("the secret was not replaced");
    }

    @Test
    void a_submission_is_not_withdrawn_until_that_is_confirmed_K16() {
        var number = School.number(school.imports(
                new TestWorkbook(school.code).bytes(), Map.of("role", "STUDENT", "allOrNothing", "true")));
        var page = "/institution/submissions/" + number;

        var answer = school.browser.post(page, page + "/withdraw", Map.of());

        assertThat(location(answer)).endsWith(page + "?unconfirmed");
        assertThat(school.get(page + "?unconfirmed")).contains("Not withdrawn", ">received<");
        assertThat(school.get(page + "?from=2147483600")).contains(">received<").doesNotContain("from=-");
    }

    @Test
    void a_failed_sign_in_keeps_the_code_and_nothing_else_that_was_typed() {
        var stranger = stranger("192.0.5.1");

        var code = signIn(stranger, "institution-" + school.code.text(), "wrong");
        var other = signIn(stranger, "a secret", "wrong");

        assertThat(location(code)).endsWith("?failed&code=" + school.code.text());
        assertThat(stranger.get("/institution/sign-in?failed&code=" + school.code.text())
                        .body())
                .contains("value=\"" + school.code.text() + "\"");
        assertThat(location(other)).endsWith("?failed");
    }

    @Test
    void the_name_that_an_institution_has_as_a_client_is_understood_as_its_code() {
        var answer = signIn(stranger("192.0.5.2"), "institution-" + school.code.text(), secrets.issue(school.code));

        assertThat(location(answer)).endsWith("/institution");
    }

    @ParameterizedTest
    @CsvSource({
        "/institution/nowhere,404",
        "/institution/register?role=NOBODY,400",
        "/institution/lateness?from=x,400",
        "/institution/lateness?until=-999999999-01-01,400",
        "/institution/lateness?until=%2B999999999-12-31,400"
    })
    void what_is_no_page_leads_back_to_the_institutions_own(String address, int status) {
        var answer = school.browser.get(address, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("href=\"/institution\"").doesNotContain("??", "\"/console\"");
    }

    @Test
    void a_form_that_was_open_too_long_is_answered_by_a_page() {
        var answer = school.browser.postWithoutToken("/institution/import", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("href=\"/institution\"", "open too long");
    }

    @Test
    void the_first_address_says_where_the_pages_are() {
        var answer = stranger("192.0.5.3").get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("href=\"/institution\"", "href=\"/services\"", "href=\"/console\"")
                .doesNotContain("??", "th:");
    }

    private Browser stranger(String address) {
        return new Browser(listeners.http().orElseThrow()).from(address);
    }

    private static java.net.http.HttpResponse<String> signIn(Browser browser, String code, String secret) {
        return browser.post(
                "/institution/sign-in", "/institution/sign-in", Map.of("username", code, "password", secret));
    }
}
