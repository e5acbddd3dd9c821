package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** K11, K12: an affiliation that has begun was reported wrongly. Over SOAP. */
@HubTest
class CorrectedStartTest {
    private static final String PUPIL = "compulsory-student";

    @Autowired
    private ApplicationContext hub;

    private Country country;
    private Actor school;
    private Person pupil;
    private String id;

    @BeforeEach
    void who_came_yesterday_and_was_reported_for_last_week() {
        country = new Country(hub);
        school = country.school();
        pupil = Person.pupil();
        id = country.registered(school, pupil);
    }

    @Test
    void the_school_corrects_the_first_day_and_type_and_who_followed_it_hears_both() {
        var corrected = corrected("student", YESTERDAY);

        assertThat(corrected.one("startDate")).isEqualTo(YESTERDAY);
        assertThat(corrected.one("type")).isEqualTo("student");
        assertThat(corrected.xml()).doesNotContain("reEntry");
        assertThat(held("startDate")).containsExactly(YESTERDAY);
        await().untilAsserted(() -> {
            assertThat(told("affiliationCancelled", "startDate")).containsExactly(LAST_WEEK);
            assertThat(told("affiliationStarted", "startDate")).endsWith(YESTERDAY);
        });
    }

    @Test
    void a_start_without_it_is_refused_as_before_so_that_a_repeated_report_corrects_nothing() {
        var again = school.sends("start-pupil", pupil, "person", id, "type", PUPIL, "start", YESTERDAY, "hours", "20");

        assertThat(again.refusal()).isEqualTo("Client.Affiliation.Overlaps");
        assertThat(held("startDate")).containsExactly(LAST_WEEK);
    }

    @Test
    void a_card_follows_when_what_entitled_to_it_was_wrong_K23() {
        country.card(school, "request-card", id);

        var annulled = annulled(LAST_WEEK);

        assertThat(annulled.one("startDate")).isEqualTo(LAST_WEEK);
        assertThat(held("type")).isEmpty();
        assertThat(school.sends("get-person", "person", id).refusal()).isEqualTo("Client.Person.NotFound");
        await().untilAsserted(() -> assertThat(new PartnerQueues(hub).about(id, "id-card-office"))
                .extracting(PartnerQueues.Got::kind)
                .contains("affiliationEnded", "cardEntitlementChanged"));
    }

    @Test
    void only_the_office_annuls() {
        String[] never = {"institution", school.institution(), "person", id, "type", PUPIL, "start", LAST_WEEK};

        assertThat(school.sends("annul-affiliation", never).refusal()).startsWith("Client.Permission.");
        assertThat(annulled(TODAY.toString()).refusal()).isEqualTo("Client.Affiliation.NotFound");
        assertThat(held("startDate")).containsExactly(LAST_WEEK);
    }

    private Answer corrected(String type, String day) {
        var words = pupil.words();
        words.put("wrongType", PUPIL);
        words.put("wrongStart", LAST_WEEK);
        return school.sends("correct-start", words, "person", id, "type", type, "start", day, "hours", "22.5");
    }

    private Answer annulled(String day) {
        return country.office.sends(
                "annul-affiliation", "institution", school.institution(), "person", id, "type", PUPIL, "start", day);
    }

    private List<String> held(String element) {
        return country.office
                .sendsForNobody("list-affiliations", "person", id, "institution", school.institution())
                .all(element);
    }

    private List<String> told(String kind, String element) {
        return new PartnerQueues(hub)
                .about(id, "school-program").stream()
                        .filter(got -> got.kind().equals(kind))
                        .map(got -> got.event().one(element))
                        .toList();
    }
}
