package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.card.CardYear;
import dev.kapu.registry.seed.SyntheticPerson;
import dev.kapu.start.Listeners;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulated school and card office, which hear of each other through the hub (K23). */
@HubTest
class SimulatedCardsTest {
    private final JdbcClient jdbc;
    private final TestRegistry registry;
    private final Cast cast;

    @Autowired
    SimulatedCardsTest(
            JdbcClient jdbc,
            DevelopmentCredentials credentials,
            Listeners listeners,
            Today today,
            BrokerAddress broker) {
        this.jdbc = jdbc;
        this.registry = new TestRegistry(jdbc);
        this.cast = new Cast(credentials, listeners, broker, new People(List::of), new People(List::of), today);
    }

    @Test
    void a_card_is_asked_for_by_queue_and_the_office_that_hears_of_it_by_its_own_issues_it() throws Exception {
        var pupil = pupil(registry.institution());
        Answer asked;
        Answer issued;
        try (var school = cast.schoolProgram();
                var post = cast.postboxes().of(IdCardOffice.NAME)) {
            asked = school.card(pupil);

            issued = issuedOnceHeardOf(asked, post);
        }

        assertThat(asked.fault()).isEmpty();
        assertThat(issued.fault()).isEmpty();
        assertThat(issued.text("cardRequestId")).isEqualTo(asked.text("cardRequestId"));
        assertThat(issued.text("state")).hasValue("issued");
        assertThat(records("school-program", "IdCards/requestCard", pupil)).containsExactly("ANSWERED");
        assertThat(records("id-card-office", "events/cardRequested", pupil)).containsExactly("ANSWERED");
        assertThat(records("id-card-office", "IdCards/reportCardIssued", pupil)).containsExactly("ANSWERED");
    }

    @Test
    void an_affiliation_ends_by_queue_and_every_card_is_good_until_the_31_October_after_it() throws Exception {
        var pupil = pupil(registry.institution());
        try (var school = cast.schoolProgram();
                var post = cast.postboxes().of(IdCardOffice.NAME)) {
            for (int card = 0; card < 2; card++) {
                issuedOnceHeardOf(school.card(pupil), post);
            }

            school.endAffiliation(pupil, TestRegistry.TODAY);

            var until = new CardYear(MonthDay.of(10, 31), MonthDay.of(9, 1), 15).lastDayFrom(TestRegistry.TODAY);
            await().until(() -> {
                receive(post);
                return heard(post, "affiliationEnded", pupil) && heard(post, "cardEntitlementChanged", pupil);
            });
            assertThat(post.await("cardEntitlementChanged", event -> event.isOf(pupil.educationId()), Duration.ZERO)
                            .text("entitledUntil"))
                    .hasValue(until.toString());
            assertThat(cardStates(pupil)).containsExactly("issued", "issued");
        }
        assertThat(records("school-program", "Affiliations/endAffiliation", pupil))
                .containsExactly("ANSWERED");
    }

    @Test
    void of_a_teacher_who_left_yesterday_the_card_office_reports_nothing_that_would_be_refused() throws Exception {
        var teacher = teacher(registry.institution());
        try (var school = cast.schoolProgram();
                var post = cast.postboxes().of(IdCardOffice.NAME)) {
            issuedOnceHeardOf(school.card(teacher), post);

            school.endAffiliation(teacher, TestRegistry.TODAY.minusDays(1));

            await().until(() -> {
                receive(post);
                return heard(post, "cardEntitlementChanged", teacher);
            });
        }
        assertThat(cardStates(teacher)).containsExactly("issued");
        assertThat(outcomes("id-card-office", teacher)).containsOnly("ANSWERED");
    }

    private static boolean heard(Postbox post, String kind, SyntheticPerson pupil) throws InterruptedException {
        try {
            post.await(kind, event -> event.isOf(pupil.educationId()), Duration.ZERO);
            return true;
        } catch (Setback notYet) {
            return false;
        }
    }

    /** Other tests' requests are in the office's tray as well. */
    private Answer issuedOnceHeardOf(Answer asked, Postbox post) throws Exception {
        var office = cast.idCardOffice();
        await().until(() -> {
            receive(post);
            var waits = office.waiting();
            while (waits.isPresent() && !waits.equals(asked.text("cardRequestId"))) {
                waits = office.waiting();
            }
            return waits.isPresent();
        });
        return office.issue(asked.one("cardRequestId"));
    }

    private static void receive(Postbox post) throws IOException, InterruptedException {
        assertThat(post.once()).isIn(Outcome.RECEIVED, Outcome.NOTHING);
    }

    private SyntheticPerson pupil(InstitutionCode institution) {
        return person(institution, AffiliationType.COMPULSORY_STUDENT, "student");
    }

    private SyntheticPerson teacher(InstitutionCode institution) {
        return person(institution, AffiliationType.MAIN_EMPLOYMENT, "teacher");
    }

    private SyntheticPerson person(InstitutionCode institution, AffiliationType type, String card) {
        var id = registry.personAt(institution, type);
        return new SyntheticPerson(
                id.text(),
                new PersonName("Nagy Lászlóné Kovács", "Anna"),
                LocalDate.of(2010, 5, 1),
                institution.text(),
                "001",
                "Győr",
                type.word(),
                card);
    }

    private List<String> outcomes(String partner, SyntheticPerson person) {
        return jdbc.sql("select outcome from disclosure where partner = ? and ? = any (persons)")
                .params(partner, person.educationId())
                .query(String.class)
                .list();
    }

    private List<String> records(String partner, String operation, SyntheticPerson person) {
        return jdbc.sql(
                        "select outcome from disclosure where partner = ? and operation = ? and ? = any (persons) order by id")
                .params(partner, operation, person.educationId())
                .query(String.class)
                .list();
    }

    private List<String> cardStates(SyntheticPerson person) {
        return jdbc.sql("select state from card_request where education_id = ?")
                .param(Long.valueOf(person.educationId()))
                .query(String.class)
                .list();
    }
}
