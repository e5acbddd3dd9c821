package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons typed in by hand: new ones (W1), changes (K12), starts and ends of affiliations (K11). */
@HubTest
class TypedPagesTest {
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
    void two_pupils_are_typed_in_one_after_the_other_and_submitted_together_W1() {
        var typed = pupil(1);
        typed.put("more", "true");
        var page = post("register", typed).body();
        assertThat(page)
                .contains("Person 2", "value=\"" + typed.get("1.name.family") + "\"", "name=\"count\" value=\"2\"");

        typed.remove("more");
        typed.putAll(pupil(2));
        typed.put("count", "2");
        var answer = post("register", typed);

        assertThat(School.location(answer)).endsWith("?submitted");
        var submission = school.get("/institution/submissions/" + School.number(School.location(answer)));
        assertThat(submission).contains("KIR-T-11", "<dd>2</dd>", "to be decided");
        assertThat(school.records("Registration/submit")).isEqualTo(1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_beside_its_field_and_what_was_typed_stays() {
        var typed = pupil(1);
        typed.put("1.affiliation.siteSerial", "004");
        typed.put("1.residence.country", "HU");
        typed.put("1.residence.postcode", "12");
        typed.put("1.birthDate", "2019-02-31");

        var page = post("register", typed).body();

        var wrong = page.split("class=\"field wrong\"", -1).length - 1;
        assertThat(page).contains("id=\"nothing-sent\"", "Nothing was submitted. Wrong or missing: " + wrong + ".");
        assertThat(field(page, "1.birthDate")).contains("no day of the calendar");
        assertThat(field(page, "1.residence.street")).contains("A part of the address is missing");
        assertThat(field(page, "1.residence.postcode")).contains("no postcode of its country");
        assertThat(field(page, "1.affiliation.siteSerial")).contains("<strong>").contains("site");
        assertThat(page).contains("value=\"" + typed.get("1.name.given") + "\"");
        assertThat(field(page, "1.birthPlace")).doesNotContain("<strong>");
        assertThat(field(page, "1.affiliation.startDate")).doesNotContain("<strong>");
        assertThat(school.records("Registration/submit")).isZero();
        assertThat(school.get("/institution/submissions")).contains("Nothing was submitted yet");
    }

    @Test
    void what_the_registry_has_against_one_is_said_with_what_is_wrong_with_another_K2() {
        var typed = pupil(1);
        typed.put("1.birthDate", "");
        typed.putAll(pupil(2));
        pupil(2).keySet().forEach(field -> typed.put(field.replace("2.", "3."), typed.get(field)));
        typed.put("count", "3");

        var page = post("register", typed).body();

        assertThat(field(page, "1.birthDate")).contains("<strong>");
        assertThat(page).contains("This is the same person as an earlier entry of the list.");
    }

    @Test
    void the_rest_of_a_change_is_asked_about_though_one_field_is_wrong_K12() {
        var stranger = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);

        var page = post(
                        "amend",
                        Map.of(
                                "role", "STUDENT",
                                "1.educationId", stranger.text(),
                                "1.reason", "correction",
                                "1.changedOn", "2026-09-01",
                                "1.birthPlace", "Sopron",
                                "1.birthDate", "2019-02-31"))
                .body();

        assertThat(field(page, "1.birthDate")).contains("no day of the calendar");
        assertThat(field(page, "1.educationId")).contains("No person can be found");
        assertThat(field(page, "1.birthPlace")).doesNotContain("<strong>");
    }

    @Test
    void the_responsible_institution_changes_a_single_field_by_ID_K12() {
        var id = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        var typed = Map.of(
                "role", "STUDENT",
                "count", "1",
                "1.educationId", id.text(),
                "1.reason", "correction",
                "1.changedOn", "2026-09-01",
                "1.birthPlace", "Sopron");

        var answer = post("amend", typed);

        assertThat(School.location(answer)).endsWith("?submitted");
        assertThat(school.get("/institution/submissions/" + School.number(School.location(answer))))
                .contains("KIR-T-21");
        assertThat(school.records("Amendments/submitAmendments")).isEqualTo(1);
    }

    @Test
    void half_a_name_is_no_change() {
        var id = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);

        var page = post(
                        "amend",
                        Map.of(
                                "role", "STUDENT",
                                "1.educationId", id.text(),
                                "1.reason", "name",
                                "1.changedOn", "2026-09-01",
                                "1.name.family", "Szabó"))
                .body();

        assertThat(field(page, "1.name.given")).contains("A part of the name is missing");
    }

    @ParameterizedTest
    @CsvSource({"register,STAFF", "amend,STUDENT", "amend,STAFF", "affiliations,STUDENT"})
    void every_form_speaks_every_language_without_scripts(String page, String role) {
        for (var language : new String[] {"en", "hu", "tr"}) {
            var answer = school.browser.get("/institution/" + page + "?role=" + role + "&language=" + language);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("??", "th:", "<script", "style=")
                    .endsWith("</html>\n");
        }
    }

    private java.net.http.HttpResponse<String> post(String page, Map<String, String> typed) {
        return school.browser.post("/institution/" + page, "/institution/" + page, typed);
    }

    private static Map<String, String> pupil(int number) {
        var typed = new HashMap<String, String>();
        typed.put("role", "STUDENT");
        typed.put("count", "1");
        var name = TestWorkbook.name();
        Map.of(
                        "name.family", name,
                        "name.given", name,
                        "birthName.family", name,
                        "birthName.given", name,
                        "motherName.family", TestWorkbook.name(),
                        "motherName.given", TestWorkbook.name())
                .forEach((field, value) -> typed.put(number + "." + field, value));
        Map.of(
                        "birthPlace", "Győr",
                        "birthDate", "2019-04-05",
                        "sex", "female",
                        "citizenship", "HU",
                        "affiliation.siteSerial", "001",
                        "affiliation.type", "compulsory-student",
                        "affiliation.startDate", "2026-09-01",
                        "affiliation.weeklyHours", "25",
                        "affiliation.grade", "1")
                .forEach((field, value) -> typed.put(number + "." + field, value));
        return typed;
    }

    /** What stands at a field, from its label to the next. */
    private static String field(String page, String name) {
        int start = page.indexOf("<label for=\"" + name + "\"");
        assertThat(start).isPositive();
        int end = page.indexOf("</div>", start);
        return page.substring(start, end);
    }
}
