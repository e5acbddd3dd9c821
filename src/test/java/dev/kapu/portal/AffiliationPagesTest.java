package dev.kapu.portal;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The start and the end of an affiliation by ID (K11), on the page. */
@HubTest
class AffiliationPagesTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final Pattern COPY = Pattern.compile("name=\"copy\" value=\"([^\"]+)\"");

    private static final String PAGE = "/institution/affiliations";

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private School school;

    @BeforeEach
    void a_school_is_signed_in() {
        registry = new TestRegistry(jdbc);
        school = new School(hub);
    }

    @Test
    void a_dormitory_adds_its_affiliation_by_ID_W4() {
        var id = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        var typed = new HashMap<>(Map.of(
                "educationId", id.text(),
                "birthDate", "2010-05-01",
                "siteSerial", "001",
                "type", "DORMITORY",
                "day", TODAY.toString(),
                "weeklyHours", "14",
                "grade", "7"));

        var page = school.browser.post(PAGE, PAGE + "/start", typed).body();
        typed.put("siteSerial", "009");
        var wrong = school.browser.post(PAGE, PAGE + "/start", typed).body();

        assertThat(page).contains("The affiliation of " + id.text() + " starts on " + DAY.format(TODAY));
        assertThat(wrong).contains("role=\"alert\"", "value=\"009\"").doesNotContain("starts on");
    }

    /** Written out, the second and third would be as long as memory. */
    @ParameterizedTest
    @ValueSource(strings = {"fourteen", "1e999999999", "1e-999999999", "0x10", "14.000000"})
    void hours_that_are_no_plain_number_are_refused_and_stay_in_the_form(String hours) {
        var id = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        var typed = Map.of(
                "educationId",
                id.text(),
                "birthDate",
                "2010-05-01",
                "siteSerial",
                "001",
                "type",
                "DORMITORY",
                "day",
                TODAY.toString(),
                "weeklyHours",
                hours);

        var page = school.browser.post(PAGE, PAGE + "/start", typed).body();

        assertThat(page).contains("role=\"alert\"", "value=\"" + hours + "\"").doesNotContain("starts on");
    }

    @Test
    void who_clicks_twice_gets_the_first_answer_twice_and_who_types_anew_another() {
        var id = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        var shown = COPY.matcher(school.browser.get(PAGE).body());
        assertThat(shown.find()).isTrue();
        var typed = new HashMap<>(Map.of(
                "copy", shown.group(1),
                "educationId", id.text(),
                "birthDate", "2010-05-01",
                "siteSerial", "001",
                "type", "DORMITORY",
                "day", TODAY.toString(),
                "weeklyHours", "14"));
        var started = "The affiliation of " + id.text() + " starts on " + DAY.format(TODAY);

        assertThat(school.browser.post(PAGE, PAGE + "/start", typed).body()).contains(started);
        assertThat(school.browser.post(PAGE, PAGE + "/start", typed).body()).contains(started);
        typed.put("weeklyHours", "15");
        // A third within a second may be more than the grant allows.
        await().untilAsserted(() -> assertThat(
                        school.browser.post(PAGE, PAGE + "/start", typed).body())
                .contains("Client.Affiliation.Overlaps")
                .doesNotContain(started, shown.group(1)));
    }

    @Test
    void the_end_is_reported_and_a_second_one_refused_K11() {
        var id = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var typed = Map.of("educationId", id.text(), "type", "COMPULSORY_STUDENT", "day", TODAY.toString());

        var page = school.browser.post(PAGE, PAGE + "/end", typed).body();
        var again = school.browser.post(PAGE, PAGE + "/end", typed).body();

        assertThat(page).contains("The affiliation of " + id.text() + " ends on " + DAY.format(TODAY));
        assertThat(again)
                .contains("role=\"alert\"", "Client.Affiliation.AlreadyEnded")
                .contains("open “The last day was reported wrongly”", "<details class=\"sign\" open=\"open\">")
                .doesNotContain("ends on " + DAY.format(TODAY), "endDate");
        assertThat(school.browser.get(PAGE + "/end?language=hu").body()).contains("Jogviszonyok");
    }

    @Test
    void a_wrong_last_day_is_corrected_on_the_page_by_which_it_was_reported_K11() {
        var id = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var typed =
                new HashMap<>(Map.of("educationId", id.text(), "type", "COMPULSORY_STUDENT", "day", TODAY.toString()));
        school.browser.post(PAGE, PAGE + "/end", typed);
        var right = TODAY.minusDays(3);
        typed.put("day", right.toString());

        typed.put("wrongDay", right.minusDays(1).toString());
        var none = school.browser.post(PAGE, PAGE + "/end", typed).body();
        typed.put("wrongDay", TODAY.toString());
        var page = school.browser.post(PAGE, PAGE + "/end", typed).body();

        assertThat(none)
                .contains("Client.Affiliation.NotReportedSo", "value=\"" + right.minusDays(1) + "\"")
                .contains("No affiliation of this type was reported with the day that is named as wrong")
                .doesNotContain("ends on");
        assertThat(page)
                .contains("Corrected: the affiliation of " + id.text() + " ends on " + DAY.format(right)
                        + ", and not on " + DAY.format(TODAY));
    }

    @Test
    void a_wrong_first_day_and_type_are_corrected_on_the_page_K11() {
        var id = registry.personAt(school.code, AffiliationType.STUDENT);
        var right = TODAY.minusDays(3);
        var typed = new HashMap<>(Map.of(
                "educationId", id.text(),
                "birthDate", "2010-05-01",
                "siteSerial", "001",
                "type", "COMPULSORY_STUDENT",
                "day", right.toString(),
                "weeklyHours", "14",
                "wrongType", "STUDENT",
                "wrongDay", TestRegistry.START.toString()));

        var page = school.browser.post(PAGE, PAGE + "/start", typed).body();
        typed.remove("wrongType");
        var half = school.browser.post(PAGE, PAGE + "/start", typed).body();

        assertThat(page)
                .contains("Corrected: the affiliation of " + id.text() + " (student, compulsory schooling) starts on "
                        + DAY.format(right))
                .contains("(student, not compulsory, from " + DAY.format(TestRegistry.START) + ")");
        assertThat(half)
                .contains("Client.Message.Invalid", "one half is missing")
                .doesNotContain("starts on");
        assertThat(jdbc.sql("select type || ' ' || start_date from affiliation where education_id = ?")
                        .param(id.number())
                        .query(String.class)
                        .list())
                .containsExactly("compulsory-student " + right);
    }

    @Test
    void an_announced_start_is_taken_back_once_and_only_before_it_begins() {
        var id = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        var first = TODAY.plusDays(7);
        var typed = Map.of(
                "educationId", id.text(),
                "birthDate", "2010-05-01",
                "siteSerial", "001",
                "type", "DORMITORY",
                "day", first.toString(),
                "weeklyHours", "14",
                "grade", "7");
        assertThat(school.browser.post(PAGE, PAGE + "/start", typed).body()).contains("starts on");
        var taken = Map.of("educationId", id.text(), "type", "DORMITORY");

        var page = school.browser.post(PAGE, PAGE + "/cancel", taken).body();
        var again = school.browser.post(PAGE, PAGE + "/cancel", taken).body();

        assertThat(page)
                .contains("The affiliation of " + id.text() + " that was to start on " + DAY.format(first)
                        + " is taken back");
        assertThat(again)
                .contains("role=\"alert\"", "Client.Affiliation.NotFound", "value=\"" + id.text() + "\"")
                .doesNotContain("is taken back");
        assertThat(school.browser.get(PAGE + "/cancel?language=hu").body()).contains("Bejelentett kezdés visszavonása");
        assertThat(school.browser.get(PAGE + "/cancel?language=tr").body()).contains("Bildirilen başlangıcı geri alma");
    }
}
