package dev.kapu.registry.entitlement;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.entitlement.CardValidations.Outcome;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** S3: who can still do something learns that a card was not validated in time. */
@HubTest
@RecordApplicationEvents
class LapsedCardsTest {
    @Autowired
    private Cards cards;

    @Autowired
    private CardValidations validations;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private LapsedCards lapsed;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;
    private TestCards held;
    private CardNumber card;

    @BeforeEach
    void aPupilWithACard() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
        held = new TestCards(cards);
        card = held.issued(pupil, school, CardType.STUDENT);
    }

    @Test
    void a_card_that_nobody_has_validated_in_time_is_told_once_and_stays_issued() {
        dayAfter(TODAY.minusDays(1));
        dayAfter(TODAY.minusDays(1));

        assertThat(told()).singleElement().satisfies(lapse -> {
            assertThat(lapse.subject().educationId()).isEqualTo(pupil.text());
            assertThat(lapse.institutionCode()).isEqualTo(school.text());
            assertThat(lapse.validUntil()).isEqualTo(TODAY.minusDays(1));
        });
        assertThat(held.held(card).state()).isEqualTo(CardState.ISSUED);
    }

    @Test
    void on_its_last_day_it_is_not_over() {
        dayAfter(TODAY);

        assertThat(told()).isEmpty();
    }

    @Test
    void those_that_can_validate_it_are_told_and_no_employer_K21() {
        var home = registry.institution();
        registry.affiliate(pupil, home, DORMITORY, START, null, 10);
        registry.affiliate(pupil, registry.institution(), MAIN_EMPLOYMENT, START, null, 20);

        dayAfter(TODAY.minusDays(1));

        assertThat(told())
                .singleElement()
                .satisfies(lapse ->
                        assertThat(lapse.institutions()).containsExactlyInAnyOrder(school.text(), home.text()));
    }

    @Test
    void where_nobody_can_validate_it_any_more_the_one_through_which_it_was_issued_is_told() {
        jdbc.sql("update affiliation set end_date = ? where education_id = ?")
                .params(TODAY.minusDays(10), pupil.number())
                .update();

        dayAfter(TODAY.minusDays(1));

        assertThat(told())
                .singleElement()
                .satisfies(lapse -> assertThat(lapse.subject().affiliatedWith()).containsExactly(school.text()));
    }

    @Test
    void a_late_validation_mends_it_and_the_next_missed_one_is_told_again() {
        dayAfter(TODAY.minusDays(1));

        var late = validations
                .validate(
                        List.of(card), school, new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, school.text()))
                .get(0);

        assertThat(late.outcome()).isEqualTo(Outcome.VALIDATED);
        dayAfter(TODAY.minusDays(2));
        assertThat(told()).hasSize(2);
    }

    @Test
    void a_card_that_is_withdrawn_besides_is_told_as_withdrawn_only() {
        var teacher = registry.personAt(school, MAIN_EMPLOYMENT);
        card = held.issued(teacher, school, CardType.TEACHER);

        transaction.executeWithoutResult(status -> {
            affiliations.end(teacher, school, MAIN_EMPLOYMENT, TODAY.minusDays(1), HeldAffiliations.EVERYONE);
            dayAfter(TODAY.minusDays(1));
        });

        assertThat(told()).isEmpty();
    }

    /** In one transaction, so that the hub's own job never comes in between. */
    private void dayAfter(LocalDate lastValid) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update card_request set issued_on = ?, valid_until = ? where card_number = ?")
                    .params(TODAY.minusDays(30), lastValid, card.text())
                    .update();
            lapsed.tell();
        });
    }

    private List<CardLapsed> told() {
        return events.stream(CardLapsed.class)
                .filter(lapse -> lapse.cardNumber().equals(card.text()))
                .toList();
    }
}
