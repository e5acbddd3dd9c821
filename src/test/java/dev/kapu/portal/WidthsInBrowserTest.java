package dev.kapu.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kapu.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.kapu.HubTest;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Listeners;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The institution's pages at a desk and on a telephone, in every language; pictures are left in {@code target/pages}. */
@HubTest
class WidthsInBrowserTest {
    private static final int DESK = 1280;
    private static final int TELEPHONE = 390;

    private static Chromium chromium;

    @Autowired
    Listeners listeners;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private Page page;

    @BeforeAll
    static void a_browser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void signed_in() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        page = chromium.page("http://localhost:" + listeners.http().orElseThrow(), "en-GB");
        page.navigate("/institution");
        page.fill("#username", school.text());
        page.fill("#password", secrets.issue(school));
        page.click("main button");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void at_a_desk_the_pages_are_named_in_one_row_and_the_rest_of_the_header_in_another(String language) {
        page.setViewportSize(DESK, 900);

        page.navigate("/institution/affiliations?language=" + language);

        var links = page.locator("nav a").all();
        assertThat(links).hasSize(10);
        assertThat(links.stream().map(Locator::boundingBox).map(box -> box.y).distinct())
                .hasSize(1);
        assertThat(box(".brand").y).isLessThan(box("nav").y);
        assertThat(page.locator("label[for=menu]")).isHidden();
        assertThat(box(".bar").height).isLessThan(100);
        picture("affiliations", language, DESK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void on_a_telephone_the_pages_are_in_a_menu_that_opens_without_scripts(String language) {
        page.setViewportSize(TELEPHONE, 900);

        page.navigate("/institution?language=" + language);
        assertThat(page.locator("nav a").first()).isHidden();
        var closed = box(".bar").height;
        picture("menu-closed", language, TELEPHONE);
        page.click("label[for=menu]");

        assertThat(closed).isLessThan(90);
        assertThat(page.locator("nav a").last()).isVisible();
        picture("menu", language, TELEPHONE);
        page.locator("nav a").nth(4).click();
        assertThat(page).hasURL(Pattern.compile(".*/institution/affiliations"));
        assertFits();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "hu, 1280", "hu, 390", "tr, 1280", "tr, 390"})
    void a_file_of_a_person_fits_and_its_records_are_apart_K27(String language, int width) {
        var pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        registry.affiliate(pupil, registry.institution(), AffiliationType.DORMITORY, START, null, 14);
        page.setViewportSize(width, 900);
        page.navigate("/institution/subject-file?language=" + language);
        picture("subject-file-form", language, width);

        page.fill("#educationId", pupil.text());
        page.fill("#requestReference", "SZ/12-2026");
        page.click("#show");

        var records = page.locator("section:has(#held-affiliation) dl").all();
        assertThat(records).hasSize(2);
        var first = records.get(0).boundingBox();
        assertThat(records.get(1).boundingBox().y - first.y - first.height).isGreaterThan(5);
        assertFits();
        picture("subject-file-shown", language, width);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "hu, 1280", "hu, 390", "tr, 1280", "tr, 390"})
    void what_is_wrong_with_a_form_is_said_within_it(String language, int width) {
        page.setViewportSize(width, 900);
        page.navigate("/institution/hand-over?language=" + language);
        page.fill("#id", TestRegistry.freeId().text());
        page.selectOption("#type", "STUDENT");
        page.fill("#last-day", TestRegistry.TODAY.toString());
        page.fill("#to", school.text());
        page.click("#look");
        assertThat(page.locator("#own")).isVisible();
        assertFits();
        picture("hand-over-own", language, width);

        page.navigate("/institution/register");
        page.click("#submit");
        assertThat(page.locator("#nothing-sent")).isVisible();
        assertFits();
        picture("register-nothing-sent", language, width);

        page.navigate("/institution/unattached");
        assertThat(page.locator(".must")).hasCount(4);
        assertFits();
        picture("unattached-form", language, width);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "hu, 1280", "hu, 390", "tr, 390"})
    void a_correction_says_what_it_replaced(String language, int width) {
        var pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        page.setViewportSize(width, 900);
        page.navigate("/institution/affiliations?language=" + language);
        end(pupil.text(), 1);
        assertThat(page.locator(".notice[role=status]")).isVisible();
        end(pupil.text(), 2);
        assertThat(page.locator("details[open] #end-wrong-day")).isVisible();
        picture("affiliations-ended-already", language, width);

        page.fill("#end-wrong-day", TestRegistry.TODAY.minusDays(1).toString());
        page.click("button#end");

        assertThat(page.locator(".notice[role=status]")).isVisible();
        assertFits();
        picture("affiliations-corrected", language, width);
    }

    private void end(String educationId, int daysAgo) {
        page.fill("#end-id", educationId);
        page.selectOption("#end-type", "COMPULSORY_STUDENT");
        page.fill("#end-day", TestRegistry.TODAY.minusDays(daysAgo).toString());
        page.click("button#end");
    }

    /** Nothing makes the page wider than the screen. */
    private void assertFits() {
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private BoundingBox box(String selector) {
        return page.locator(selector).boundingBox();
    }

    private void picture(String name, String language, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/pages", name + "-" + language + "-" + width + ".png")));
    }
}
