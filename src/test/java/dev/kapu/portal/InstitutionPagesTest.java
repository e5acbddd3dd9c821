package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import dev.kapu.fault.Fault;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.secret.InstitutionSecrets;
import dev.kapu.start.Listeners;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that show or change what an institution reports (W1, W3); all go through the gate. */
@HubTest
class InstitutionPagesTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}-[0-9]{8}");

    @Autowired
    Listeners listeners;

    @Autowired
    InstitutionSecrets secrets;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private Browser browser;

    @BeforeEach
    void a_school_is_signed_in() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        browser = signedIn(school);
    }

    @Test
    void a_file_is_imported_and_its_sheet_printed_W1() {
        var book = new TestWorkbook(school);

        var result = imported(book.bytes(), true);

        var number = number(result);
        assertThat(result).contains("Submitted as " + number, "<dd>" + book.rows() + "</dd>");
        var page = browser.get("/institution/submissions/" + number).body();
        assertThat(page).contains("KIR-T-11", ">received<", "prints the sheet", "to be decided", "Withdraw");
        assertThat(browser.get("/institution/submissions").body()).contains(number);
        var sheet = browser.get("/institution/submissions/" + number + "/sheet");
        assertThat(sheet.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(sheet.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"KIR-T-11-" + number + ".pdf\"");
        assertThat(sheet.body()).startsWith("%PDF");
        assertThat(records("Registration/submit")).isEqualTo(1);
        assertThat(records("Submissions/resendSheet")).isEqualTo(1);
    }

    @Test
    void nothing_is_submitted_when_a_cell_is_wrong_and_all_or_nothing_was_asked_W3() {
        var result = imported(new TestWorkbook(school).withWrongBirthDate(3).bytes(), true);

        assertThat(result)
                .contains("Nothing was submitted", "31.02.2019", ">3</td>", "<code>H</code>")
                .doesNotContain("Submitted as");
        assertThat(browser.get("/institution/import/errors").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"student-registration-errors.xlsx\"");
        assertThat(browser.get("/institution/submissions").body()).contains("Nothing was submitted yet");
    }

    @Test
    void the_good_rows_are_submitted_when_that_was_asked_W3() {
        var book = new TestWorkbook(school).withWrongBirthDate(2);

        var result = imported(book.bytes(), false);

        assertThat(result).contains("Submitted as ", "31.02.2019", "Download the wrong rows");
        assertThat(browser.get("/institution/submissions").body()).contains(">" + (book.rows() - 1) + "</td>");
    }

    @Test
    void rows_of_another_institution_are_refused_in_their_cell() {
        var result = imported(new TestWorkbook(registry.institution()).bytes(), false);

        assertThat(result)
                .contains("Nothing was submitted", "This is the code of another institution.")
                .doesNotContain("Submitted as");
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_with_its_reason() {
        var result = imported("name,birthDate".getBytes(StandardCharsets.UTF_8), true);

        assertThat(result).contains("Client.Workbook.WrongKind").doesNotContain("Submitted as");
    }

    @Test
    void a_file_that_is_too_large_or_empty_is_told_so() {
        assertThat(location(upload(new byte[33 << 20], true))).endsWith("/institution/import?large");
        assertThat(location(upload(new byte[0], true))).endsWith("/institution/import?empty");
    }

    @Test
    void a_submission_is_withdrawn() {
        var number = number(imported(new TestWorkbook(school).bytes(), true));
        var page = "/institution/submissions/" + number;

        assertThat(location(browser.post(page, page + "/withdraw", Map.of("sure", "true"))))
                .endsWith(page + "?withdrawn");

        assertThat(browser.get(page).body()).contains(">withdrawn<", "not done").doesNotContain("id=\"withdraw\"");
    }

    @Test
    void another_schools_submission_is_unknown_and_its_last_import_unseen() {
        var number = number(imported(new TestWorkbook(school).bytes(), true));
        var other = signedIn(registry.institution());

        var answer = other.get("/institution/submissions/" + number);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Client.Submission.NotFound");
        assertThat(other.get("/institution/submissions/" + number + "/sheet").body())
                .doesNotContain("%PDF");
        assertThat(location(other.get("/institution/import/result"))).endsWith("/institution/import");
        assertThat(other.get("/institution/import/errors").statusCode()).isEqualTo(404);
    }

    @Test
    void late_reports_are_counted() {
        var id = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        jdbc.sql("update affiliation set reported_at = now() where education_id = ?")
                .param(id.number())
                .update();

        var before = records("Affiliations/listLateReports");

        var page = browser.get("/institution/lateness").body();

        assertThat(page).contains("Reported changes", "Of them late", id.text(), "start of an affiliation");
        assertThat(records("Affiliations/listLateReports")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "submissions", "lateness", "unattached"})
    void every_page_speaks_every_language_without_scripts(String page) {
        for (var language : new String[] {"en", "hu", "tr"}) {
            var answer = browser.get("/institution/" + page + "?language=" + language);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("??", "th:", "<script", "style=")
                    .endsWith("</html>\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "template,STUDENT,XLSX,student-registration-en.xlsx",
        "sample,STAFF,XLS,staff-registration-sample-en.xls"
    })
    void templates_and_samples_are_offered(String kind, String role, String format, String name) {
        var answer = browser.get("/institution/" + kind + "?role=" + role + "&format=" + format);

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + name + "\"");
    }

    @Test
    void a_language_that_is_not_spoken_is_not_kept() {
        var number = number(imported(new TestWorkbook(school).bytes(), true));

        browser.get("/institution?language=de");

        assertThat(browser.get("/institution").body()).contains("<html lang=\"en\"");
        assertThat(browser.get("/institution/submissions/" + number + "/sheet").body())
                .startsWith("%PDF");
    }

    @Test
    void templates_are_published_K17() {
        var stranger = new Browser(listeners.http().orElseThrow());

        var answer = stranger.get("/institution/template?role=STAFF&purpose=AMENDMENT&format=XLSX");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("staff-amendment-en.xlsx"));
    }

    @Test
    void a_sheet_is_the_main_thing_only_while_it_is_awaited() {
        var number = number(imported(new TestWorkbook(school).bytes(), true));
        var page = "/institution/submissions/" + number;
        assertThat(browser.get(page).body()).contains("class=\"button main\"", "Sheet to sign");

        browser.post(page, page + "/withdraw", Map.of("sure", "true"));

        assertThat(browser.get(page).body()).doesNotContain("class=\"button main\"", "Sheet to sign");
    }

    @Test
    void a_refusal_has_the_status_of_its_kind() {
        var number = number(imported(new TestWorkbook(school).bytes(), true));
        var page = "/institution/submissions/" + number;
        browser.post(page, page + "/withdraw", Map.of("sure", "true"));

        assertThat(browser.post("/institution", page + "/withdraw", Map.of("sure", "true"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(Refused.status(Fault.INVALID).value()).isEqualTo(400);
        assertThat(Refused.status(Fault.NOT_PERMITTED).value()).isEqualTo(403);
        assertThat(Refused.status(Fault.QUOTA_EXCEEDED).value()).isEqualTo(429);
        assertThat(Refused.status(Fault.BUSY).value()).isEqualTo(503);
    }

    private String imported(byte[] file, boolean allOrNothing) {
        assertThat(location(upload(file, allOrNothing))).endsWith("/institution/import/result");
        var page = await().until(
                        () -> browser.get("/institution/import/result").body(),
                        body -> !body.contains("http-equiv=\"refresh\""));
        assertThat(page).doesNotContain("http-equiv=\"refresh\"", "??", "th:").endsWith("</html>\n");
        return page;
    }

    private HttpResponse<String> upload(byte[] file, boolean allOrNothing) {
        var fields = Map.of("role", "STUDENT", "allOrNothing", String.valueOf(allOrNothing));
        return browser.upload("/institution/import", "/institution/import", fields, "first-grade.xlsx", file);
    }

    private long records(String operation) {
        return jdbc.sql("select count(*) from disclosure where partner = ? and operation = ?")
                .params("institution-" + school.text(), operation)
                .query(Long.class)
                .single();
    }

    private static String number(String page) {
        var number = NUMBER.matcher(page);
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private Browser signedIn(InstitutionCode institution) {
        var opened = new Browser(listeners.http().orElseThrow()).from("192.0.3." + ADDRESSES.incrementAndGet());
        opened.post(
                "/institution/sign-in",
                "/institution/sign-in",
                Map.of("username", institution.text(), "password", secrets.issue(institution)));
        opened.get("/institution?language=en");
        return opened;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
