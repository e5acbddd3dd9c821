package dev.kapu.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.kapu.HubTest;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.registry.secret.SecretRequests;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.start.Listeners;
import dev.kapu.submission.Decisions;
import dev.kapu.submission.PaperScanner;
import dev.kapu.workbook.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The worked examples as a school's secretary goes through them; pictures of the pages are left in {@code target/pages}. */
@HubTest
class InstitutionInBrowserTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);
    private static final Pattern ISSUED = Pattern.compile("7[0-9]{10}");

    private static Chromium chromium;

    @Autowired
    Listeners listeners;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    SecretRequests letters;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

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
        school = new TestRegistry(jdbc).institution();
        page = chromium.page("http://localhost:" + listeners.http().orElseThrow(), "en-GB");
        page.navigate("/institution");
        page.fill("#username", school.text());
        page.fill("#password", secrets.issue(school));
        picture("sign-in");
        page.click("main button");
        assertThat(page.locator("h1")).hasText("Próba Iskola");
        picture("home");
    }

    @Test
    void first_graders_are_imported_submitted_and_their_sheet_printed_W1() {
        upload(new TestWorkbook(school).bytes());
        assertThat(page.locator(".notice")).containsText("Submitted as");
        picture("import-submitted");

        page.click("#submission");
        var sheet = download("#sheet");

        assertThat(page.locator("ol.path li").first()).containsText("prints the sheet");
        assertThat(text(sheet)).startsWith("%PDF");
        assertThat(sheet.suggestedFilename()).startsWith("KIR-T-11-").endsWith(".pdf");
        picture("submission");
        page.click("nav >> text=Submissions");
        assertThat(page.locator("tbody tr")).hasCount(1);
        picture("submissions");
        page.click("tbody tr a");
        acceptedByTheOffice(bytes(sheet));
        assertThat(page.locator(".head")).containsText("accepted");
        picture("submission-accepted");
    }

    @Test
    void wrong_cells_are_shown_corrected_in_the_error_file_and_all_rows_sent_again_W3() {
        var book = new TestWorkbook(school).withWrongBirthDate(2);
        upload(book.bytes());
        assertThat(page.locator("tbody tr")).containsText("31.02.2019");
        assertThat(page.locator("main")).containsText("Nothing was submitted");
        picture("import-errors");
        page.setViewportSize(360, 900);
        Assertions.assertThat(page.locator(".table").first().boundingBox().width)
                .isLessThanOrEqualTo(page.locator("main").boundingBox().width);
        picture("import-errors-360");

        var corrected = TestWorkbook.corrected(bytes(download("#errors")), 1);
        upload(corrected);

        assertThat(page.locator("main")).containsText("Submitted as");
        page.click("#submission");
        assertThat(page.locator("dl.facts")).containsText(String.valueOf(book.rows()));
        acceptedByTheOffice(bytes(download("#sheet")));
        assertThat(page.locator("tbody tr:has-text('registered')")).hasCount(book.rows());
    }

    /** The posted sheet is scanned; whoever looks again finds the IDs. */
    private void acceptedByTheOffice(byte[] sheet) {
        var submission = decisions.confirm(PaperScanner.scan(sheet), "registry-office", OFFICE);
        decisions.accept(submission.number(), "registry-office", OFFICE);
        page.reload();
        assertThat(page.locator("tbody td").filter(new Locator.FilterOptions().setHasText(ISSUED)))
                .not()
                .hasCount(0);
    }

    @Test
    void a_pupil_is_typed_in_W1() {
        page.click("nav >> text=Register");
        for (var field : new String[] {"name.family", "name.given", "birthName.family", "birthName.given"}) {
            page.fill("[id='1." + field + "']", TestWorkbook.name());
        }
        page.click("#submit");
        assertThat(page.locator(".field.wrong")).not().hasCount(0);
        picture("register-errors");

        for (var field : new String[] {"motherName.family", "motherName.given", "birthPlace"}) {
            page.fill("[id='1." + field + "']", TestWorkbook.name());
        }
        page.fill("[id='1.birthDate']", "2019-03-04");
        page.selectOption("[id='1.sex']", "female");
        page.fill("[id='1.citizenship']", "Hungary");
        page.fill("[id='1.affiliation.siteSerial']", "1");
        page.selectOption("[id='1.affiliation.type']", "compulsory-student");
        page.fill("[id='1.affiliation.startDate']", "2026-09-01");
        page.fill("[id='1.affiliation.weeklyHours']", "25");
        page.click("#submit");

        assertThat(page.locator(".notice")).containsText("Submitted");
        assertThat(page.locator("h1")).containsText("Submission");
    }

    @Test
    void a_new_secret_ends_the_old_ones_session_W5() {
        page.fill("#code", school.text());
        page.click("#replace");

        assertThat(page.locator(".notice")).containsText("registered letter");
        page.navigate("/institution/submissions");
        assertThat(page).hasURL(Pattern.compile(".*/institution/sign-in"));

        var letter = letters.collect(10_000).stream()
                .filter(one -> one.institution().code().equals(school))
                .findFirst()
                .orElseThrow();
        page.fill("#username", school.text());
        page.fill("#password", letter.secret());
        page.click("main button");
        assertThat(page.locator("nav")).containsText("Submissions");
    }

    @Test
    void lateness_and_the_unattached_are_looked_up() {
        var registry = new TestRegistry(jdbc);
        var left = registry.person();
        registry.affiliate(left, registry.institution(), AffiliationType.STUDENT, START, TODAY.minusDays(9), 20);

        page.click("nav >> text=Late reports");
        assertThat(page.locator("tbody")).containsText("Nothing was reported late");
        picture("lateness");

        page.click("nav >> text=Unattached persons");
        page.fill("#educationId", left.text());
        page.fill("#family", "Kovács");
        page.fill("#given", "Anna");
        page.fill("#birthDate", "2010-05-01");
        page.click("main button");

        assertThat(page.locator(".notice")).containsText("is unattached");
        picture("unattached");
    }

    @Test
    void who_asks_in_writing_gets_what_is_held_K27() {
        var pupil = new TestRegistry(jdbc).personAt(school, AffiliationType.COMPULSORY_STUDENT);

        page.click("nav >> text=Own data");
        page.fill("#educationId", pupil.text());
        page.fill("#requestReference", "SZ/12-2026");
        page.click("#show");

        assertThat(page.locator("#held-person")).hasText("Personal data");
        picture("subject-file");
    }

    /** As the page proposes: all or nothing. */
    private void upload(byte[] file) {
        if (page.locator("label[for=menu]").isVisible()) {
            page.click("label[for=menu]");
        }
        page.click("nav >> text=Import");
        picture("import");
        page.setInputFiles("#file", new FilePayload("first-grade.xlsx", Format.XLSX.mediaType(), file));
        page.click("main button");
    }

    private Download download(String link) {
        return page.waitForDownload(() -> page.click(link));
    }

    private static String text(Download download) {
        return new String(bytes(download), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing may stick out of a small screen; the pictures are for people. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void every_form_fits_a_telephone_and_a_desk(String language) {
        for (var name : new String[] {"import", "register", "amend?role=STAFF", "affiliations", "subject-file"}) {
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, 900);
                page.navigate("/institution/" + name + (name.contains("?") ? "&" : "?") + "language=" + language);

                assertThat(page.locator("h1")).isVisible();
                var main = page.locator("main").boundingBox();
                Assertions.assertThat(page.locator(".typed, .sheet").first().boundingBox().width)
                        .isLessThanOrEqualTo(main.width);
                picture(name.replaceAll("\\W.*", "") + "-" + language + "-" + width);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void tables_and_what_there_is_to_do_fit_a_telephone(String language) {
        upload(new TestWorkbook(school).bytes());
        var late = new TestRegistry(jdbc).personAt(school, AffiliationType.COMPULSORY_STUDENT);
        jdbc.sql("update affiliation set reported_at = now() where education_id = ?")
                .param(late.number())
                .update();
        page.setViewportSize(390, 900);

        for (var name : new String[] {"submissions", "lateness", "hand-over", "import/result", ""}) {
            page.navigate(("/institution/" + name).replaceFirst("/$", "") + "?language=" + language);

            assertThat(page.locator("h1")).isVisible();
            var main = page.locator("main").boundingBox();
            Assertions.assertThat(main.width).isLessThanOrEqualTo(390);
            for (var held : page.locator("table, .todo, .sheet").all()) {
                Assertions.assertThat(held.boundingBox().width).isLessThanOrEqualTo(main.width);
            }
            picture(name.replaceAll("\\W", "-") + "-" + language + "-390");
        }
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pages", name + ".png")));
    }
}
