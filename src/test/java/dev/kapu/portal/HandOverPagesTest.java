package dev.kapu.portal;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K14: two institutions settle a change directly; who lets the person go reports the end in two steps. */
@HubTest
class HandOverPagesTest {
    private static final String PAGE = "/institution/hand-over";

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private School school;
    private InstitutionCode next;
    private EducationId pupil;

    @BeforeEach
    void a_school_is_signed_in() {
        registry = new TestRegistry(jdbc);
        school = new School(hub);
        next = registry.institution();
        pupil = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
    }

    @Test
    void the_first_step_shows_what_will_be_reported_and_reports_nothing() {
        var page = school.browser.post(PAGE, PAGE, typed()).body();

        assertThat(page).contains("id=\"confirm\"", next.text(), pupil.text(), "student, compulsory schooling");
        assertThat(registry.responsible(pupil)).isEqualTo(school.code.text());
        assertThat(school.records("Affiliations/endAffiliation")).isZero();
    }

    @Test
    void the_second_step_reports_the_end_through_the_gate_and_says_what_the_other_reports() {
        var page = school.browser.post(PAGE, PAGE + "/done", typed()).body();

        assertThat(page).contains("id=\"told\"", next.text(), pupil.text()).doesNotContain("id=\"confirm\"");
        assertThat(registry.responsible(pupil)).isNull();
        assertThat(school.records("Affiliations/endAffiliation")).isEqualTo(1);
    }

    @Test
    void the_other_institution_then_starts_and_is_responsible_K14() {
        school.browser.post(PAGE, PAGE + "/done", typed());

        var other = new School(hub, next);
        var page = other.browser
                .post(
                        "/institution/affiliations",
                        "/institution/affiliations/start",
                        Map.of(
                                "educationId", pupil.text(),
                                "birthDate", "2010-05-01",
                                "siteSerial", "001",
                                "type", "COMPULSORY_STUDENT",
                                "day", TODAY.toString(),
                                "weeklyHours", "22",
                                "grade", "7"))
                .body();

        assertThat(page).contains("The affiliation of " + pupil.text() + " starts on");
        assertThat(registry.responsible(pupil)).isEqualTo(next.text());
    }

    @Test
    void what_would_be_refused_is_told_in_the_first_step() {
        var early = with("lastDay", "2001-01-01");
        var stranger = with("educationId", TestRegistry.freeId().text());

        assertThat(post(early)).contains("Client.Affiliation.DateInvalid").doesNotContain("id=\"confirm\"");
        assertThat(post(stranger)).contains("Client.Person.NotFound").doesNotContain("id=\"confirm\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "x"})
    void an_institution_that_is_none_takes_over_nobody(String code) {
        assertThat(post(with("toInstitutionCode", code)))
                .contains("Client.Institution.NotFound")
                .doesNotContain("id=\"confirm\"");
    }

    @Test
    void nobody_hands_over_to_themselves() {
        var page = post(with("toInstitutionCode", school.code.text()));

        assertThat(page)
                .containsOnlyOnce("role=\"alert\"")
                .contains("your own institution")
                .doesNotContain("id=\"confirm\"", "Client.Institution.NotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void it_speaks_every_language(String language) {
        var page = school.get(PAGE + "?language=" + language);

        assertThat(page).contains("<html lang=\"" + language + "\"").doesNotContain("??", "th:");
    }

    private String post(Map<String, String> typed) {
        return school.browser.post(PAGE, PAGE, typed).body();
    }

    private Map<String, String> typed() {
        return Map.of(
                "educationId", pupil.text(),
                "type", "COMPULSORY_STUDENT",
                "lastDay", TODAY.minusDays(1).toString(),
                "toInstitutionCode", next.text());
    }

    private Map<String, String> with(String field, String value) {
        var typed = new HashMap<>(typed());
        typed.put(field, value);
        return typed;
    }
}
