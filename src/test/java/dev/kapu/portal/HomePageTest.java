package dev.kapu.portal;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The institution's first page says what there is to do. */
@HubTest
class HomePageTest {
    private static final String HOME = "/institution";

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
    void where_nothing_waits_it_says_so() {
        assertThat(school.get(HOME)).contains("id=\"nothing\"").doesNotContain("id=\"waiting\"", "id=\"imported\"");
    }

    @Test
    void a_submission_that_waits_for_its_sheet_and_the_last_import_have_their_links_K16() {
        var number = School.number(school.imports(
                new TestWorkbook(school.code).bytes(), Map.of("role", "STUDENT", "allOrNothing", "true")));

        var page = school.get(HOME);

        assertThat(page)
                .contains("wait for their signed sheet: 1", "href=\"/institution/submissions/" + number + "\"")
                .contains("href=\"/institution/import/result\"", "no row was wrong")
                .doesNotContain("id=\"nothing\"");
    }

    @Test
    void a_template_in_which_nobody_stands_is_not_called_right() throws IOException {
        var empty = new ByteArrayOutputStream();
        new TemplateFiles().writeTemplate(Template.STUDENT_REGISTRATION, Format.XLSX, Locale.ENGLISH, empty);

        school.imports(empty.toByteArray(), Map.of("role", "STUDENT", "allOrNothing", "true"));

        assertThat(school.get(HOME)).contains("nobody was in the file").doesNotContain("no row was wrong");
    }

    @Test
    void a_submission_that_is_withdrawn_waits_no_more() {
        var number = School.number(school.imports(
                new TestWorkbook(school.code).bytes(), Map.of("role", "STUDENT", "allOrNothing", "true")));
        var page = "/institution/submissions/" + number;

        school.browser.post(page, page + "/withdraw", Map.of("sure", "true"));

        assertThat(school.get(HOME)).doesNotContain("id=\"waiting\"");
    }

    @Test
    void what_was_reported_late_is_counted_with_a_link_K13() {
        var id = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        school.browser.post(
                "/institution/affiliations",
                "/institution/affiliations/end",
                Map.of(
                        "educationId", id.text(),
                        "type", "COMPULSORY_STUDENT",
                        "day", TODAY.minusDays(20).toString()));

        assertThat(school.get(HOME)).contains("id=\"late\"", "href=\"/institution/lateness\"");
    }

    @Test
    void its_numbers_come_through_the_gate_and_are_about_nobody_K21() {
        var id = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
        jdbc.sql("update affiliation set reported_at = now() where education_id = ?")
                .param(id.number())
                .update();

        assertThat(school.get(HOME)).contains("id=\"late\"");

        assertThat(jdbc.sql("""
                        select distinct outcome || cardinality(persons) from disclosure
                         where partner = ? and operation = 'Affiliations/listLateReports'""")
                        .param("institution-" + school.code.text())
                        .query(String.class)
                        .list())
                .containsExactly("ANSWERED0");
    }

    @Test
    void the_sites_that_forms_ask_for_are_listed_K23() {
        assertThat(school.get(HOME)).contains("id=\"sites\"", "<code>001</code>");
        assertThat(school.get("/institution/affiliations")).contains("<option value=\"001\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void it_speaks_every_language(String language) {
        assertThat(school.get(HOME + "?language=" + language))
                .contains("<html lang=\"" + language + "\"")
                .doesNotContain("??", "th:");
    }
}
