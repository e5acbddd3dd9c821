package dev.kapu.examples;

import static dev.kapu.examples.Country.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.exams.TestExams;
import dev.kapu.highereducation.TestRounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever keeps the name of somebody learns that it has changed, and neither the name nor what it was (ADR 44). */
@HubTest
class ChangedNamesTest {
    private static final String[] KEEPERS = {
        "id-card-office", "higher-education-registry", "exam-registry", "admissions", "higher-education-admissions"
    };

    @Autowired
    private ApplicationContext hub;

    private final Person pupil = Person.pupil();
    private final Person renamed = pupil.called(Person.pupil().family());
    private Country country;
    private PartnerQueues queues;
    private Actor school;
    private String id = "";

    @BeforeEach
    void aPupil() {
        country = new Country(hub);
        queues = new PartnerQueues(hub);
        school = country.secondarySchool();
        id = country.registered(school, pupil);
    }

    @Test
    void whoever_keeps_the_person_hears_that_the_name_has_changed_and_nothing_else() {
        isKeptByAll();

        amends("amend-name");

        for (var keeper : KEEPERS) {
            queues.await(id, keeper, "personAmended");
            assertThat(amended(keeper)).singleElement().satisfies(got -> {
                assertThat(got.event().one("changedOn")).isEqualTo(YESTERDAY);
                assertThat(got.event().xml())
                        .doesNotContain("changedField", "reason", "institutionCode", school.institution())
                        .doesNotContain(renamed.family(), pupil.family());
            });
        }
    }

    @Test
    void of_a_move_only_the_schools_hear() {
        isKeptByAll();

        amends("amend-residence");

        queues.await(id, "school-program", "personAmended");
        amends("amend-name");
        for (var keeper : KEEPERS) {
            queues.await(id, keeper, "personAmended");
            assertThat(amended(keeper)).as(keeper).hasSize(1);
        }
    }

    @Test
    void who_does_not_keep_the_person_hears_nothing() {
        amends("amend-name");

        await().untilAsserted(() -> assertThat(queues.about(id))
                .filteredOn(got -> got.kind().equals("personAmended"))
                .extracting(PartnerQueues.Got::partner)
                .containsExactly("school-program"));
    }

    private void isKeptByAll() {
        country.card(school, "request-card", id);
        country.universityRegister.sends("adopt-education-id", pupil, "person", id);
        country.universityAdmissions.sends("register-applicant", pupil, "person", id, "round", TestRounds.OPEN.text());
        String[] sitting = {"person", id, "session", TestExams.SESSION.text(), "exam", "ordinary"};
        school.sends("register-candidate", pupil, sitting);
        String[] places = {"first", country.newSecondarySchool(), "second", country.newSecondarySchool()};
        school.sends("submit-sheet", Map.of("person", id), places);
    }

    private void amends(String envelope) {
        var sent = school.sends(envelope, renamed, "person", id, "changed", YESTERDAY);
        assertThat(country.carriedOut(school, sent).all("outcome")).containsExactly("amended");
    }

    private List<PartnerQueues.Got> amended(String partner) {
        return queues.about(id, partner).stream()
                .filter(got -> got.kind().equals("personAmended"))
                .toList();
    }
}
