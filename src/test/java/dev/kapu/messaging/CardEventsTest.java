package dev.kapu.messaging;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.entitlement.TestEntitlements;
import dev.kapu.registry.entitlement.TestLapsedCards;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.Affiliations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** S3, K21: who hears of cards and of those who have to do with them. */
@HubTest
@RecordApplicationEvents
class CardEventsTest {
    @Autowired
    Affiliations affiliations;

    @Autowired
    Cards cards;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId pupil;
    private TestCards held;

    @BeforeEach
    void aPupil() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
        held = new TestCards(cards);
    }

    @Test
    void of_the_end_for_somebody_without_a_card_the_card_office_gets_nothing_and_no_record() {
        leaves();

        assertTold(AffiliationEnded.class, "registry-office", "school-program");
    }

    @Test
    void of_the_end_for_somebody_who_waits_for_a_card_it_hears() {
        held.requested(pupil, school, CardType.STUDENT);

        leaves();

        assertTold(AffiliationEnded.class, "id-card-office", "registry-office", "school-program");
    }

    @Test
    void of_the_end_for_who_has_a_card_it_hears() {
        held.issued(pupil, school, CardType.STUDENT);

        leaves();

        assertTold(AffiliationEnded.class, "id-card-office", "registry-office", "school-program");
    }

    @Test
    void a_card_that_lapses_is_told_to_the_card_office_and_to_the_school() {
        held.issued(pupil, school, CardType.STUDENT);

        TestLapsedCards.lastValidDayIsOver(hub, pupil.text());

        assertTold(CardLapsed.class, "id-card-office", "school-program");
    }

    @Test
    void a_card_that_lapses_is_told_to_a_program_for_each_of_its_institutions_and_to_the_card_office_once() {
        var home = new TestRegistry(jdbc).institution();
        new TestRegistry(jdbc).affiliate(pupil, home, DORMITORY, START, null, 10);
        held.issued(pupil, school, CardType.STUDENT);

        TestLapsedCards.lastValidDayIsOver(hub, pupil.text());

        await().untilAsserted(() -> assertThat(jdbc.sql("select partner || ' ' || outcome from disclosure"
                                + " where operation = 'events/cardLapsed' and ? = any (persons)")
                        .param(pupil.text())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "id-card-office ANSWERED", "school-program ANSWERED", "school-program ANSWERED"));
    }

    @Test
    void a_card_that_is_withdrawn_is_told_to_the_card_office_and_to_the_school_that_was_left() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        leaves();

        TestEntitlements.lastDayOfIsOver(hub, card.text());

        assertTold(CardWithdrawn.class, "id-card-office", "school-program");
    }

    @Test
    void a_card_that_the_office_itself_reports_withdrawn_is_told_to_the_school_too() {
        var card = held.issued(pupil, school, CardType.STUDENT);

        cards.withdraw(card, new CardRequest.Withdrawal(TODAY, WithdrawalReason.LOST), HeldAffiliations.EVERYONE);

        assertTold(CardWithdrawn.class, "id-card-office", "school-program");
    }

    @Test
    void a_card_that_moved_along_is_told_where_its_holder_is_and_not_where_it_was_asked_for_K21() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        leaves();
        var next = new TestRegistry(jdbc).institution();
        new TestRegistry(jdbc).affiliate(pupil, next, COMPULSORY_STUDENT, TODAY, null, 20);

        cards.withdraw(card, new CardRequest.Withdrawal(TODAY, WithdrawalReason.LOST), HeldAffiliations.EVERYONE);

        assertThat(withdrawn().institutions()).containsExactly(next.text());
        assertThat(withdrawn().institutionCode()).isEqualTo(school.text());
    }

    @Test
    void the_school_that_was_left_last_hears_that_the_card_is_over_and_the_one_before_does_not_K21() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        affiliations.end(pupil, school, COMPULSORY_STUDENT, TODAY.minusDays(300), HeldAffiliations.EVERYONE);
        var last = new TestRegistry(jdbc).institution();
        new TestRegistry(jdbc)
                .affiliate(pupil, last, COMPULSORY_STUDENT, TODAY.minusDays(299), TODAY.minusDays(20), 20);

        TestEntitlements.lastDayOfIsOver(hub, card.text());

        assertThat(withdrawn().institutions()).containsExactly(last.text());
    }

    @Test
    void the_one_that_asked_for_the_card_hears_too_while_the_holder_is_with_it_in_another_way() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        leaves();
        var next = new TestRegistry(jdbc).institution();
        new TestRegistry(jdbc).affiliate(pupil, next, COMPULSORY_STUDENT, TODAY, null, 20);
        new TestRegistry(jdbc).affiliate(pupil, school, HOURLY_PAID, TODAY, null, 4);

        cards.withdraw(card, new CardRequest.Withdrawal(TODAY, WithdrawalReason.LOST), HeldAffiliations.EVERYONE);

        assertThat(withdrawn().institutions()).containsExactlyInAnyOrder(next.text(), school.text());
    }

    private CardWithdrawn withdrawn() {
        return events.stream(CardWithdrawn.class)
                .filter(told -> told.subject().educationId().equals(pupil.text()))
                .findFirst()
                .orElseThrow();
    }

    private void leaves() {
        affiliations.end(pupil, school, COMPULSORY_STUDENT, TODAY.minusDays(1), HeldAffiliations.EVERYONE);
    }

    /** To these, on the record; and nobody else was even refused it. */
    private void assertTold(Class<? extends RegistryEvent> kind, String... partners) {
        var event = events.stream(kind)
                .filter(told -> told.subject().educationId().equals(pupil.text()))
                .findFirst()
                .orElseThrow()
                .eventId();
        await().until(() -> jdbc.sql("select count(*) from outbox where event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                == 0);
        assertThat(outcomes(event.toString()))
                .containsExactlyInAnyOrderElementsOf(List.of(partners).stream()
                        .map(partner -> partner + " ANSWERED")
                        .toList());
    }

    private List<String> outcomes(String event) {
        return jdbc.sql("select partner || ' ' || outcome from disclosure where message_id = ? and channel = 'EVENT'")
                .param(event)
                .query(String.class)
                .list();
    }
}
