package dev.kapu.examples;

import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S3, ADR 50: a card goes along when its holder changes schools, and who asks and hears of it goes along with it. */
@HubTest
class MovedCardsTest {
    private static final String OFFICE = "id-card-office";

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private final Person pupil = Person.pupil();
    private final Person renamed = pupil.called(Person.pupil().family());
    private Country country;
    private PartnerQueues queues;
    private Actor first;
    private Actor next;
    private String id = "";

    @BeforeEach
    void aPupil() {
        country = new Country(hub);
        queues = new PartnerQueues(hub);
        first = country.school();
        next = country.school();
        id = country.registered(first, pupil);
    }

    @Test
    void the_office_reads_the_new_name_of_a_holder_who_has_moved_since_by_the_institution_of_the_request() {
        country.card(first, "request-card", id);
        moves();
        var sent = next.sends("amend-name", renamed, "person", id, "changed", YESTERDAY);
        assertThat(country.carriedOut(next, sent).all("outcome")).containsExactly("amended");
        queues.await(id, OFFICE, "personAmended");
        var request = queues.next(id, OFFICE, "cardRequested", first.institution());

        var read = cardholder(request.one("institutionCode"));

        assertThat(read.all("family")).contains(renamed.family());
        assertThat(lawsOfCardholder()).last().isEqualTo("id-cards.cardholder issue-card ANSWERED");
    }

    @Test
    void once_the_card_is_withdrawn_the_school_that_was_left_opens_nothing_any_more() {
        var card = country.card(first, "request-card", id);
        moves();
        assertThat(cardholder(first.institution()).one("educationId")).isEqualTo(id);

        withdraws(card);

        assertThat(cardholder(first.institution()).refusal()).isEqualTo("Client.Person.NotFound");
        assertThat(cardholder(next.institution()).one("educationId")).isEqualTo(id);
    }

    @Test
    void nor_does_a_school_that_never_asked_for_a_card_W8() {
        moves();

        assertThat(cardholder(first.institution()).refusal()).isEqualTo("Client.Person.NotFound");
    }

    @Test
    void the_present_school_hears_that_the_card_is_lost_and_the_one_that_was_left_does_not_K21() {
        var card = country.card(first, "request-card", id);
        moves();

        withdraws(card);

        queues.await(card, "school-program", "cardWithdrawn");
        queues.await(card, OFFICE, "cardWithdrawn");
        assertThat(queues.about(card, "school-program"))
                .filteredOn(got -> got.kind().equals("cardWithdrawn"))
                .singleElement()
                .satisfies(got -> {
                    assertThat(got.event().one("holderInstitution")).isEqualTo(next.institution());
                    assertThat(got.event().one("institutionCode")).isEqualTo(first.institution());
                });
    }

    private void moves() {
        first.sends("end-affiliation", "person", id, "type", "compulsory-student", "end", YESTERDAY);
        var words = pupil.words();
        words.put("start", TODAY.toString());
        String[] type = {"person", id, "type", "compulsory-student", "hours", "22.5"};
        assertThat(next.sends("start-pupil", words, type).xml()).doesNotContain("faultcode");
    }

    private Answer cardholder(String institution) {
        return country.cardOffice.sends("get-cardholder", "person", id, "institution", institution);
    }

    private void withdraws(String card) {
        var words = new String[] {"card", card, "day", TODAY.toString(), "reason", "lost"};
        assertThat(country.cardOffice.sends("report-card-withdrawn", words).one("state"))
                .isEqualTo("withdrawn");
    }

    private List<String> lawsOfCardholder() {
        return jdbc.sql("""
                        select permission || ' ' || purpose || ' ' || outcome from disclosure
                         where operation = 'IdCards/getCardholder' and ? = any (persons) order by id""").param(id).query(String.class).list();
    }
}
