package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a secretary reads: people by their names, fields by their headings, days as they are written in her language. */
@HubTest
class NaturalWordsTest {
    private static final Map<String, String> GOOD_ROWS = Map.of("role", "STUDENT", "allOrNothing", "false");

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private School school;

    @BeforeEach
    void a_school_is_signed_in() {
        school = new School(hub);
    }

    @Test
    void a_submission_shows_whom_it_names_to_the_institution_that_sent_it() {
        var number = School.number(school.imports(new TestWorkbook(school.code).bytes(), GOOD_ROWS));
        var first = jdbc.sql("select data->'name'->>'family' from submission_entry where number = ? and position = 1")
                .param(number)
                .query(String.class)
                .single();

        var page = school.get("/institution/submissions/" + number);

        assertThat(page).contains(first + " ", "<time datetime=\"20");
        assertThat(jdbc.sql("""
                        select 'reported' = any (fields) from disclosure
                         where partner = ? and operation = 'Submissions/getStatus' order by at desc limit 1""")
                        .param("institution-" + school.code.text())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void the_same_person_twice_in_a_file_is_a_finding_of_the_later_row_K2() {
        var result =
                school.imports(new TestWorkbook(school.code).withRowTwice(2).bytes(), GOOD_ROWS);

        assertThat(result).contains("This is the same person as in row 2.", "Submitted as");
    }

    @Test
    void a_file_without_required_columns_is_told_which_K17() {
        var result =
                school.imports(new TestWorkbook(school.code).withoutBirthDates().bytes(), GOOD_ROWS);

        assertThat(result).contains("A required column is missing.", "Date of birth");
    }

    @Test
    void what_was_only_noticed_is_not_called_mended() {
        var result = school.imports(
                new TestWorkbook(school.code).withColumn("Shoe size").bytes(), GOOD_ROWS);

        assertThat(result).contains("Shoe size", ">Noticed<").doesNotContain("Mended for you");
    }

    @ParameterizedTest
    @CsvSource({"en,d MMM yyyy HH:mm", "hu,yyyy. MM. dd. HH:mm", "tr,dd.MM.yyyy HH:mm"})
    void hours_are_written_as_in_the_language_and_their_zone_is_said(String language, String pattern) {
        var number = School.number(school.imports(new TestWorkbook(school.code).bytes(), GOOD_ROWS));
        var received = jdbc.sql("select received_at from submission where number = ?")
                .param(number)
                .query(OffsetDateTime.class)
                .single()
                .atZoneSameInstant(TestRegistry.ZONE);

        var page = school.get("/institution/submissions?language=" + language);

        assertThat(page)
                .contains(
                        ">"
                                + DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
                                        .format(received) + "<",
                        TestRegistry.ZONE.getId());
    }

    @ParameterizedTest
    @CsvSource({"en,Date of birth", "hu,Születési idő", "tr,Doğum tarihi"})
    void fields_are_called_by_their_headings(String language, String heading) {
        var words = new PageWords(Locale.forLanguageTag(language));

        assertThat(words.field("birthDate")).isEqualToIgnoringCase(heading);
        assertThat(words.field("start.birthDate")).doesNotContain("birthDate");
        assertThat(words.field("entry[3]")).contains("3").doesNotContain("[");
        assertThat(List.of("educationId", "socialSecurityNumber", "name", "residence", "siteSerial"))
                .allSatisfy(field -> assertThat(words.field(field)).isNotEqualTo(field));
    }

    @Test
    void late_reports_from_a_day_after_the_last_are_a_clear_sentence() {
        var answer = school.browser.get("/institution/lateness?from=2026-09-02&until=2026-09-01");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The first day is after the last").doesNotContain("education ID has");
    }
}
