package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.messaging.TestPrograms;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** K21, S10: of somebody with two institutions, whose programs are two, each program hears what its own has to know. */
@HubTest
class TwoProgramsTest {
    private static final LocalDate BORN = TODAY.minusYears(30);

    @Autowired
    private ConfigurableApplicationContext hub;

    @TempDir
    private Path directory;

    private Country country;
    private Actor school;
    private Actor other;
    private TestPrograms programs;
    private int number;

    @BeforeEach
    void aProgramForEachOfTwoInstitutions() {
        country = new Country(hub);
        school = country.school();
        other = country.school();
        programs = new TestPrograms(hub, directory, school.institution(), other.institution());
    }

    @AfterEach
    void close() {
        programs.close();
    }

    @Test
    void a_dormitory_hears_of_a_move_that_the_school_reports_and_the_school_that_the_pupil_leaves_the_dormitory() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        var words = pupil.words();
        words.put("start", LAST_WEEK);
        other.sends("start-pupil", words, "person", id, "type", "dormitory", "hours", "10");

        country.carriedOut(school, school.sends("amend-residence", "person", id, "changed", YESTERDAY));
        other.sends("end-affiliation", "person", id, "type", "dormitory", "end", YESTERDAY);

        assertThat(programs.first(id, "personAmended"))
                .singleElement()
                .asString()
                .contains(">residence<");
        assertThat(programs.second(id, "personAmended"))
                .singleElement()
                .asString()
                .contains(">residence<");
        assertThat(programs.first(id, "affiliationEnded"))
                .singleElement()
                .asString()
                .contains(other.institution());
        assertThat(programs.second(id, "affiliationEnded"))
                .singleElement()
                .asString()
                .contains(">" + YESTERDAY + "<")
                .doesNotContain("cardNumber");
    }

    @Test
    void what_the_personnel_module_changes_is_heard_by_the_institution_whose_it_is_and_the_one_that_answers() {
        String[] employed = {"type", "main-employment", "start", LAST_WEEK, "hours", "20", "post", "tanár"};
        var sent = school.sends("register-staff", Person.teacher().bornOn(BORN), employed);
        var teacher = country.carriedOut(school, sent).one("educationId");
        reports(teacher, posting(school, "main-employment", 20), posting(other, "hourly-paid", 4));

        reports(teacher, assignment(other, "hourly-paid", 6));
        assertThat(programs.second(teacher, "personAmended"))
                .singleElement()
                .asString()
                .contains(">weeklyHours<");
        assertThat(programs.first(teacher, "personAmended"))
                .singleElement()
                .asString()
                .contains(">weeklyHours<");

        reports(teacher, assignment(school, "main-employment", 22));
        assertThat(programs.first(teacher, "personAmended")).hasSize(2);
        assertThat(programs.second(teacher, "personAmended"))
                .as("none of its business")
                .hasSize(1);

        reports(teacher, end(other, "hourly-paid"));
        assertThat(programs.second(teacher, "affiliationEnded")).hasSize(1);
        assertThat(programs.first(teacher, "affiliationEnded")).hasSize(1);
    }

    private void reports(String person, String... whats) {
        var messages = new StringBuilder();
        for (var what : whats) {
            messages.append("<message><s:educationId>" + person + "</s:educationId><s:birthDate>"
                    + BORN + "</s:birthDate><s:messageNumber>" + ++number + "</s:messageNumber>" + what
                    + "</message>");
        }
        var answer = country.personnelModule.sends("report-messages", Map.of("messages", messages.toString()));
        assertThat(answer.all("state")).hasSize(whats.length).containsOnly("applied");
    }

    private static String posting(Actor at, String type, int hours) {
        return "<s:posting>" + place(LAST_WEEK, at) + "<s:siteSerial>001</s:siteSerial>" + type(type) + hours(hours)
                + "<s:post>tanár</s:post></s:posting>";
    }

    private static String assignment(Actor at, String type, int hours) {
        return "<s:assignment>" + place(YESTERDAY, at) + "<s:siteSerial>001</s:siteSerial>" + type(type) + hours(hours)
                + "</s:assignment>";
    }

    private static String end(Actor at, String type) {
        return "<s:end>" + "<s:lastDay>" + TODAY + "</s:lastDay><s:institutionCode>" + at.institution()
                + "</s:institutionCode>" + type(type) + "</s:end>";
    }

    private static String place(String from, Actor at) {
        return "<s:validFrom>" + from + "</s:validFrom><s:institutionCode>" + at.institution() + "</s:institutionCode>";
    }

    private static String type(String type) {
        return "<s:type>" + type + "</s:type>";
    }

    private static String hours(int hours) {
        return "<s:weeklyHours>" + hours + "</s:weeklyHours>";
    }
}
