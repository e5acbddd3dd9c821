package dev.kapu.registry.entitlement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.HeldAffiliations.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest.Withdrawal;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.entitlement.CardValidations.Outcome;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.Annulments;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** S3, K13, ADR 45: a pupil who changes schools about 31 October keeps the card, though the end is reported after that day. */
@HubTest
@RecordApplicationEvents
class StudentCardsOverOctoberTest {
    /** The last 31 October that is over; who left on the day before is entitled until then. */
    private static final LocalDate LAST = lastOfOctober();

    @Autowired
    private Cards cards;

    @Autowired
    private CardValidations validations;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Annulments annulments;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode next;
    private EducationId pupil;
    private TestCards held;
    private CardNumber card;

    @BeforeEach
    void aPupilWithACard() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        next = registry.institution();
        held = new TestCards(cards);
        arrives();
    }

    @Test
    void whose_end_is_reported_late_keeps_the_card_until_the_next_school_has_reported_the_start() {
        leaves();
        TestEntitlements.quarterOfAnHour(hub);

        begins(next, COMPULSORY_STUDENT, LAST);
        TestEntitlements.daysPass(hub, pupil, 100);

        assertThat(held.held(card).state()).isEqualTo(CardState.ISSUED);
        assertThat(told()).containsExactly(LAST, null);
        var reach = new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, next.text());
        assertThat(validations.validate(List.of(card), next, reach))
                .extracting(CardValidations.Validation::outcome)
                .containsExactly(Outcome.VALIDATED);
    }

    @Test
    void in_whichever_order_end_and_start_come_the_card_is_the_same() {
        List<List<Runnable>> orders = List.of(
                List.of(this::leaves, () -> begins(next, DORMITORY, LAST)),
                List.of(() -> begins(next, DORMITORY, LAST), this::leaves));

        for (var order : orders) {
            arrives();
            for (var message : order) {
                message.run();
                TestEntitlements.quarterOfAnHour(hub);
            }
            TestEntitlements.daysPass(hub, pupil, 100);

            assertThat(held.held(card).state()).isEqualTo(CardState.ISSUED);
        }
    }

    @Test
    void who_goes_to_no_other_school_loses_it_15_days_after_the_end_was_reported_and_not_by_the_office_before() {
        leaves();

        TestEntitlements.daysPass(hub, pupil, 15);
        assertThat(held.held(card).state()).isEqualTo(CardState.ISSUED);
        var ended = new Withdrawal(TODAY, WithdrawalReason.ENTITLEMENT_ENDED);
        assertRefused(Fault.CARD_STILL_ENTITLED, () -> cards.withdraw(card, ended, EVERYONE));
        TestEntitlements.daysPass(hub, pupil, 1);

        assertThat(held.held(card).withdrawal()).isEqualTo(ended);
    }

    @Test
    void what_the_office_annuls_and_the_school_enters_rightly_later_costs_no_card() {
        annulments.annul(pupil, school, COMPULSORY_STUDENT, START, EVERYONE);
        TestEntitlements.daysPass(hub, pupil, 1);

        begins(school, COMPULSORY_STUDENT, START.plusDays(1));
        TestEntitlements.daysPass(hub, pupil, 100);

        assertThat(held.held(card).state()).isEqualTo(CardState.ISSUED);
    }

    private void arrives() {
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
        card = held.issued(pupil, school, CardType.STUDENT);
    }

    private void leaves() {
        affiliations.end(pupil, school, COMPULSORY_STUDENT, LAST.minusDays(1), EVERYONE);
    }

    private void begins(InstitutionCode at, AffiliationType type, LocalDate start) {
        var begin = new NewAffiliation(at, new SiteSerial("001"), type, start, BigDecimal.TEN, "5", null);
        affiliations.start(pupil, BORN, begin, EVERYONE);
    }

    private List<LocalDate> told() {
        return events.stream(CardEntitlementChanged.class)
                .filter(told -> told.cardNumber().equals(card.text()))
                .map(CardEntitlementChanged::entitledUntil)
                .toList();
    }

    private static LocalDate lastOfOctober() {
        var thisYears = LocalDate.of(TODAY.getYear(), 10, 31);
        return thisYears.isBefore(TODAY) ? thisYears : thisYears.minusYears(1);
    }
}
