package dev.kapu.examples;

import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.entitlement.TestEntitlements;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** S3, K23: card requests and their fate, between a school and a card office that know only what the wire brings. */
@HubTest
class CardsByQueueTest {
    private static final String OFFICE = "id-card-office";
    private static final String SCHOOL = "school-program";

    @Autowired
    private ApplicationContext hub;

    private Country country;
    private PartnerQueues queues;
    private Actor school;
    private String pupil;

    @BeforeEach
    void aPupilOfASchool() {
        country = new Country(hub);
        queues = new PartnerQueues(hub);
        school = country.school();
        pupil = country.registered(school, Person.pupil());
    }

    @Test
    void the_office_learns_of_a_request_and_the_school_of_the_card_each_from_its_own_queue() {
        asksFor("request-card");
        var asked = queues.next(pupil, OFFICE, "cardRequested", school.institution());

        var issued = issues(asked);

        assertThat(issued.one("state")).isEqualTo("issued");
        assertThat(asked.one("siteSerial")).isEqualTo("002");
        assertThat(asked.one("cardType")).isEqualTo("student");
        var told = queues.next(pupil, SCHOOL, "cardIssued", school.institution());
        assertThat(told.one("cardRequestId")).isEqualTo(asked.one("cardRequestId"));
        assertThat(told.one("cardNumber")).isEqualTo(issued.one("cardNumber"));
        assertThat(told.one("validUntil")).isEqualTo(issued.one("validUntil"));
    }

    @Test
    void an_office_that_missed_the_event_finds_what_waits_page_by_page() {
        var first = asksFor("request-card");
        pupil = country.registered(school, Person.pupil());
        var second = asksFor("request-card");

        var page = country.cardOffice.sends("list-card-requests", "after", first);

        assertThat(page.all("cardRequestId")).containsExactly(second);
        assertThat(page.all("educationId")).containsExactly(pupil);
        assertThat(page.one("more")).isEqualTo("false");
        issues(page);
        assertThat(country.cardOffice
                        .sends("list-card-requests", "after", first)
                        .all("cardRequestId"))
                .doesNotContain(second);
    }

    @Test
    void who_asks_again_while_a_request_waits_gets_that_one_and_the_office_makes_one_card() {
        var first = asksFor("request-card");

        assertThat(asksFor("request-card")).isEqualTo(first);

        issues(queues.next(pupil, OFFICE, "cardRequested", school.institution()));
        queues.next(pupil, SCHOOL, "cardIssued", school.institution());
        assertThat(queues.about(pupil, OFFICE))
                .filteredOn(got -> got.kind().equals("cardRequested"))
                .hasSize(1);
        assertThat(asksFor("request-card")).as("another card").isNotEqualTo(first);
    }

    @Test
    void a_card_that_the_office_withdraws_is_no_good_for_the_school_either() {
        var card = country.card(school, "request-card", pupil);

        assertThat(withdraws(card, "lost").one("state")).isEqualTo("withdrawn");

        var told = queues.next(pupil, SCHOOL, "cardWithdrawn", school.institution());
        assertThat(told.one("cardNumber")).isEqualTo(card);
        assertThat(told.one("withdrawalReason")).isEqualTo("lost");
    }

    @Test
    void a_request_for_who_leaves_is_refused_and_both_hear_of_it_K23() {
        var asked = asksFor("request-card");
        queues.next(pupil, OFFICE, "cardRequested", school.institution());

        leaves("compulsory-student");

        for (var partner : new String[] {OFFICE, SCHOOL}) {
            assertThat(queues.next(pupil, partner, "cardRequestRefused", school.institution())
                            .one("cardRequestId"))
                    .isEqualTo(asked);
        }
        assertThat(issues(queues.next(pupil, OFFICE, "cardRequested", school.institution()))
                        .refusal())
                .isEqualTo("Client.Card.WrongState");
    }

    @Test
    void who_leaves_as_a_student_and_goes_on_teaching_gets_a_teachers_card_and_no_students_one_K23() {
        var grown = Person.pupil().bornOn(TODAY.minusYears(19));
        pupil = country.registered(school, grown);
        String[] lessons = {"person", pupil, "type", "hourly-paid", "hours", "4", "post", "tanár"};
        var words = grown.words();
        words.put("start", YESTERDAY);
        assertThat(school.sends("start-teacher", words, lessons).xml()).doesNotContain("faultcode");
        asksFor("request-card");
        var asked = queues.next(pupil, OFFICE, "cardRequested", school.institution());
        var teachers = asksFor("request-teacher-card");

        leaves("compulsory-student");

        assertThat(issues(asked).refusal()).isEqualTo("Client.Card.WrongState");
        assertThat(school.sends("get-card-request", "request", teachers).one("state"))
                .isEqualTo("requested");
    }

    @Test
    void no_card_is_withdrawn_for_the_end_of_an_entitlement_that_lasts_until_31_October() {
        var card = country.card(school, "request-card", pupil);
        assertThat(withdraws(card, "entitlement-ended").refusal()).isEqualTo("Client.Card.StillEntitled");
        leaves("compulsory-student");
        var until = queues.next(pupil, OFFICE, "cardEntitlementChanged", school.institution());

        assertThat(until.one("entitledUntil")).endsWith("-10-31");
        assertThat(withdraws(card, "entitlement-ended").refusal()).isEqualTo("Client.Card.StillEntitled");

        TestEntitlements.entitledUntil(hub, card, TODAY.minusDays(1));
        assertThat(withdraws(card, "entitlement-ended").one("state")).isEqualTo("withdrawn");
    }

    @Test
    void the_file_of_the_person_says_who_did_what_with_their_cards_and_when_K27() {
        var card = country.card(school, "request-card", pupil);
        school.sends("validate-cards", "card", card, "unknown", "0".repeat(16));
        withdraws(card, "damaged");

        var file = school.sends("get-subject-file", "person", pupil);

        assertThat(file.all("kind")).contains("card-requested", "card-issued", "card-validated", "card-withdrawn");
        assertThat(file.changes("state")).containsExactly("requested > issued", "issued > withdrawn");
        assertThat(file.xml()).containsPattern("(?s)card-issued<.{0,200}" + OFFICE);
    }

    /** @return the number of the request */
    private String asksFor(String request) {
        return school.sends(request, "person", pupil, "site", "002", "settlement", "Szeged")
                .one("cardRequestId");
    }

    private Answer issues(Answer asked) {
        var number = UUID.randomUUID().toString().replace("-", "").substring(16).toUpperCase(Locale.ROOT);
        var words = Map.of("request", asked.one("cardRequestId"), "card", number, "issued", TODAY.toString());
        return country.cardOffice.sends("report-card-issued", words, "until", TODAY.toString());
    }

    private Answer withdraws(String card, String reason) {
        return country.cardOffice.sends(
                "report-card-withdrawn", "card", card, "day", TODAY.toString(), "reason", reason);
    }

    private void leaves(String type) {
        school.sends("end-affiliation", "person", pupil, "type", type, "end", YESTERDAY);
    }
}
