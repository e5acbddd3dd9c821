package dev.kapu.portal;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.access.Offered;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K27: what is held about a person who asked in writing, on the page. */
@HubTest
class SubjectFilePagesTest {
    private static final String PAGE = "/institution/subject-file";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private School school;
    private EducationId id;

    @BeforeEach
    void a_school_and_its_pupil() {
        school = new School(hub);
        id = new TestRegistry(jdbc).personAt(school.code, COMPULSORY_STUDENT);
    }

    @Test
    void the_institution_that_answers_shows_what_is_held_and_who_looked_and_no_browser_keeps_it() {
        asked(id, "SZ/11-2026");

        var answer = school.browser.post(PAGE, PAGE, typed(id, "SZ/12-2026"));

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body())
                .contains("Personal data", "Nagy Lászlóné Kovács", "Duna u. 3.", "111111110", "female")
                .contains("Affiliations", "student, compulsory schooling", DAY.format(START))
                .contains("because compulsory schooling here since")
                .contains("Who looked, and who was refused", "own data", "own request")
                .doesNotContain(
                        "??portal", "PersonRegistry/getSubjectFile", "institution-" + school.code.text(), " , ");
        assertThat(school.records("PersonRegistry/getSubjectFile")).isEqualTo(2);
    }

    @Test
    void it_speaks_the_readers_language() {
        asked(id, "SZ/11-2026");
        school.get(PAGE + "?language=hu");
        assertThat(asked(id, "SZ/12-2026"))
                .contains("Személyes adatok", "Ki tekintette meg, és kit utasítottak el", "nő", "mert itt");

        school.get(PAGE + "?language=tr");
        // A third within a second may be more than the grant allows.
        await().untilAsserted(() -> assertThat(asked(id, "SZ/12-2026")).contains("Kişisel veriler", "kadın", "çünkü"));
    }

    @ParameterizedTest
    @FieldSource("dev.kapu.fault.FaultTexts#LANGUAGES")
    void every_operation_that_looks_and_every_field_that_leaves_has_a_word(Locale language) {
        var offered = hub.getBean(Offered.class);
        var words = new HeldWords(language, TestRegistry.ZONE);
        var fields = offered.operations().stream()
                .flatMap(operation -> offered.fields(operation).stream())
                .distinct()
                .toList();

        assertThat(fields).hasSizeGreaterThan(100);
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(words.word(field)).as(language + " " + field).isPresent());
        assertThat(offered.operations())
                .allSatisfy(operation -> assertThat(words.word("disclosure", "operation", operation))
                        .as(language + " " + operation)
                        .isPresent());
    }

    @Test
    void who_does_not_answer_for_the_person_sees_nothing_and_is_recorded() {
        var registry = new TestRegistry(jdbc);
        var other = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        registry.affiliate(other, school.code, DORMITORY, START, null, 10);

        var page = asked(other, "SZ/12-2026");

        assertThat(page).contains("Client.Person.NotFound", "value=\"" + other.text() + "\"");
        assertThat(page).doesNotContain("Duna u. 3.", "Personal data");
        assertThat(school.records("PersonRegistry/getSubjectFile")).isOne();
    }

    @Test
    void without_the_number_of_the_request_nothing_is_shown() {
        assertThat(asked(id, " ")).contains("Client.Message.Invalid").doesNotContain("Duna u. 3.");
    }

    private String asked(EducationId whom, String reference) {
        return school.browser.post(PAGE, PAGE, typed(whom, reference)).body();
    }

    private static Map<String, String> typed(EducationId whom, String reference) {
        return Map.of("educationId", whom.text(), "requestReference", reference);
    }
}
