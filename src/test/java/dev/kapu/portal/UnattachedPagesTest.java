package dev.kapu.portal;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K14: whether somebody belongs to no institution, on the page. */
@HubTest
class UnattachedPagesTest {
    private static final String PAGE = "/institution/unattached";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private School school;

    @BeforeEach
    void a_school_is_signed_in() {
        registry = new TestRegistry(jdbc);
        school = new School(hub);
    }

    @Test
    void an_unattached_person_is_found_by_all_data_and_by_nothing_less() {
        var left = registry.person();
        registry.affiliate(left, registry.institution(), AffiliationType.STUDENT, START, TODAY.minusDays(9), 20);
        var id = left.text();

        var found = asked(id, "Anna");
        var unknown = asked(id, "Éva");

        assertThat(found)
                .contains(id + " is unattached", "since " + TODAY.minusDays(8).format(DAY), "Please check the data");
        assertThat(unknown).contains("Nobody unattached").doesNotContain("is unattached");
        assertThat(school.records("PersonRegistry/findUnattached")).isEqualTo(2);
    }

    @Test
    void who_never_was_with_an_institution_is_found_too() {
        var id = registry.person().text();

        assertThat(asked(id, "Anna"))
                .contains(id + " is unattached", "and never was with an institution.", "Please check the data")
                .doesNotContain("since ");
    }

    private String asked(String id, String given) {
        var data = new HashMap<>(Map.of("educationId", id, "family", "Kovács", "given", given));
        data.putAll(Map.of("birthPlace", "Győr", "birthDate", "2010-05-01"));
        return school.browser.post(PAGE, PAGE, data).body();
    }
}
