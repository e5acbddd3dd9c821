package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.TestRegistry.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K11: the last day of an affiliation was reported wrongly. Over SOAP. */
@HubTest
class CorrectedEndTest {
    private static final String PUPIL = "compulsory-student";
    private static final String THREE_DAYS_AGO = TODAY.minusDays(3).toString();

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private Histories histories;

    @Autowired
    private JdbcClient jdbc;

    private Country country;
    private Actor school;
    private Person pupil;
    private String id;

    @BeforeEach
    void who_left_yesterday() {
        country = new Country(hub);
        school = country.school();
        pupil = Person.pupil();
        id = country.registered(school, pupil);
        school.sends("end-affiliation", "person", id, "type", PUPIL, "end", YESTERDAY);
    }

    @Test
    void the_institution_corrects_it_and_history_and_office_are_told() {
        var corrected = corrected(school, YESTERDAY, THREE_DAYS_AGO);

        assertThat(corrected.one("endDate")).isEqualTo(THREE_DAYS_AGO);
        assertThat(lastDays()).containsExactly(THREE_DAYS_AGO);
        assertThat(histories.of(new EducationId(Long.parseLong(id))))
                .filteredOn(entry -> entry.kind() == HistoryEntry.Kind.AFFILIATION_CHANGED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.institution()).isEqualTo(school.institution());
                    assertThat(entry.changes()).contains(new HistoryEntry.Field("endDate", YESTERDAY, THREE_DAYS_AGO));
                });
        await().untilAsserted(() -> assertThat(told("registry-office", "affiliationEnded", "endDate"))
                .containsExactly(YESTERDAY, THREE_DAYS_AGO));
    }

    @Test
    void it_goes_in_both_directions_and_never_into_the_future_or_before_the_start() {
        assertThat(corrected(school, YESTERDAY, TODAY.toString()).one("endDate"))
                .isEqualTo(TODAY.toString());

        var future = TODAY.plusDays(1).toString();
        var before = TODAY.minusDays(8).toString();
        for (var wrong : List.of(future, before, TODAY.toString())) {
            assertThat(corrected(school, TODAY.toString(), wrong).refusal())
                    .isEqualTo("Client.Affiliation.DateInvalid");
        }
    }

    @Test
    void only_a_last_day_that_was_reported_is_corrected_and_nobody_else_learns_of_it() {
        assertThat(corrected(school, THREE_DAYS_AGO, TODAY.toString()).refusal())
                .isEqualTo("Client.Affiliation.NotReportedSo");
        assertThat(corrected(country.school(), YESTERDAY, THREE_DAYS_AGO).refusal())
                .isEqualTo("Client.Person.NotFound");
        assertThat(lastDays()).containsExactly(YESTERDAY);
    }

    @Test
    void it_does_not_reach_into_what_began_elsewhere_meanwhile_K14() {
        corrected(school, YESTERDAY, TODAY.minusDays(5).toString());
        var next = country.school();
        next.sends("start-pupil", pupil, "person", id, "type", PUPIL, "start", THREE_DAYS_AGO, "hours", "22.5");

        var wrong = TODAY.minusDays(5).toString();
        assertThat(corrected(school, wrong, YESTERDAY).refusal()).isEqualTo("Client.Affiliation.Overlaps");
        assertThat(corrected(school, wrong, THREE_DAYS_AGO).one("endDate"))
                .as("the last day here may be the first there")
                .isEqualTo(THREE_DAYS_AGO);
        assertThat(next.sends("get-person", "person", id).one("given")).isEqualTo(pupil.given());
        assertThat(school.sends("get-person", "person", id).refusal()).isEqualTo("Client.Person.NotFound");
    }

    @Test
    void after_the_days_in_which_changes_are_reported_only_the_office_corrects_it_K13() {
        reportedDaysAgo(15);
        assertThat(corrected(school, YESTERDAY, THREE_DAYS_AGO).one("endDate")).isEqualTo(THREE_DAYS_AGO);
        reportedDaysAgo(16);

        assertThat(corrected(school, THREE_DAYS_AGO, YESTERDAY).refusal())
                .isEqualTo("Client.Affiliation.CorrectionTooLate");
        var words = new String[] {"institution", school.institution(), "person", id, "type", PUPIL};
        var office = country.office.sendsForNobody("correct-end", with(words, THREE_DAYS_AGO, YESTERDAY));

        assertThat(office.one("endDate")).isEqualTo(YESTERDAY);
    }

    @Test
    void an_end_that_the_institution_did_not_report_itself_is_not_its_own_to_correct_E4() {
        jdbc.sql("update affiliation set end_reported_at = null where education_id = ?")
                .param(Long.parseLong(id))
                .update();

        assertThat(corrected(school, YESTERDAY, THREE_DAYS_AGO).refusal())
                .isEqualTo("Client.Affiliation.CorrectionTooLate");
    }

    @Test
    void a_card_follows_the_right_last_day() {
        String[] works = {"type", "main-employment", "post", "tanár", "hours", "32", "start", LAST_WEEK};
        var registered = country.carriedOut(school, school.sends("register-staff", Person.teacher(), works));
        id = registered.one("educationId");
        country.card(school, "request-teacher-card", id);
        school.sends("end-affiliation", "person", id, "type", "main-employment", "end", TODAY.toString());

        school.sends(
                "correct-end",
                with(new String[] {"person", id, "type", "main-employment"}, TODAY.toString(), YESTERDAY));

        await().untilAsserted(() -> assertThat(told("id-card-office", "cardEntitlementChanged", "entitledUntil"))
                .containsExactly(TODAY.toString(), YESTERDAY));
    }

    private List<String> lastDays() {
        return country.office
                .sendsForNobody("list-affiliations", "person", id, "institution", school.institution())
                .all("endDate");
    }

    private Answer corrected(Actor by, String wrong, String right) {
        return by.sends("correct-end", with(new String[] {"person", id, "type", PUPIL}, wrong, right));
    }

    private static String[] with(String[] words, String wrong, String right) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("wrong", wrong, "end", right));
        return all.toArray(String[]::new);
    }

    private List<String> told(String partner, String kind, String element) {
        return new PartnerQueues(hub)
                .about(id, partner).stream()
                        .filter(got -> got.kind().equals(kind))
                        .map(got -> got.event().one(element))
                        .toList();
    }

    private void reportedDaysAgo(int days) {
        jdbc.sql("update affiliation set end_reported_at = ? where education_id = ?")
                .param(TODAY.minusDays(days).atTime(12, 0).atZone(ZONE).toOffsetDateTime())
                .param(Long.parseLong(id))
                .update();
    }
}
