package dev.kapu.personnel;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.entitlement.CardEntitlementChanged;
import dev.kapu.registry.entitlement.TestEntitlements;
import dev.kapu.registry.movement.AffiliationEnded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** S3, E4: what the personnel module takes back takes the teacher card with it. */
@HubTest
@RecordApplicationEvents
class CardsOfStaffTest {
    @Autowired
    StaffReports reports;

    @Autowired
    Cards cards;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_end_that_the_module_reports_names_the_cards_of_staff_only() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var teacher = registry.personAt(school, AffiliationType.DORMITORY);
        var says = new Messages(teacher, BORN);
        reports.report(List.of(says.main(1, TODAY.minusDays(100), school)));
        var held = new TestCards(cards);
        held.issued(teacher, school, CardType.STUDENT);
        var card = held.issued(teacher, school, CardType.TEACHER);

        reports.report(List.of(says.end(2, TODAY, school, AffiliationType.MAIN_EMPLOYMENT)));

        assertThat(events.stream(AffiliationEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.cardNumbers()).containsExactly(card.text()));
    }

    @Test
    void a_card_does_not_outlive_the_posting_that_the_module_takes_back() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var teacher = registry.person();
        reports.report(List.of(new Messages(teacher, BORN).main(1, TODAY.minusDays(100), school)));
        var held = new TestCards(cards);
        var card = held.issued(teacher, school, CardType.TEACHER);

        reports.withdraw(teacher, 1);

        assertThat(events.stream(CardEntitlementChanged.class)).singleElement().satisfies(told -> {
            assertThat(told.cardNumber()).isEqualTo(card.text());
            assertThat(told.entitledUntil()).isEqualTo(TODAY);
        });

        TestEntitlements.daysPass(hub, teacher, 15);
        assertThat(held.held(card).state()).as("until then it may be put right").isEqualTo(CardState.ISSUED);
        TestEntitlements.daysPass(hub, teacher, 1);

        assertThat(held.held(card).state()).isEqualTo(CardState.WITHDRAWN);
        assertThat(events.stream(CardWithdrawn.class).map(CardWithdrawn::cardNumber))
                .contains(card.text());
    }

    @Test
    void an_end_that_was_none_leaves_the_card_good() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var teacher = registry.person();
        var says = new Messages(teacher, BORN);
        reports.report(List.of(says.main(1, TODAY.minusDays(100), school)));
        var held = new TestCards(cards);
        var card = held.issued(teacher, school, CardType.TEACHER);
        reports.report(List.of(says.end(2, TODAY.minusDays(60), school, AffiliationType.MAIN_EMPLOYMENT)));
        TestEntitlements.quarterOfAnHour(hub);

        reports.withdraw(teacher, 2);
        TestEntitlements.daysPass(hub, teacher, 100);

        assertThat(held.held(card).state()).isEqualTo(CardState.ISSUED);
        assertThat(events.stream(CardEntitlementChanged.class).map(CardEntitlementChanged::entitledUntil))
                .containsExactly(TODAY.minusDays(60), null);
    }

    @Test
    void nor_does_the_office_withdraw_it_for_an_end_that_may_be_put_right() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var teacher = registry.person();
        var says = new Messages(teacher, BORN);
        reports.report(List.of(says.main(1, TODAY.minusDays(100), school)));
        var card = new TestCards(cards).issued(teacher, school, CardType.TEACHER);
        reports.report(List.of(says.end(2, TODAY.minusDays(1), school, AffiliationType.MAIN_EMPLOYMENT)));

        assertRefused(
                Fault.CARD_STILL_ENTITLED,
                () -> cards.withdraw(
                        card,
                        new CardRequest.Withdrawal(TODAY, WithdrawalReason.ENTITLEMENT_ENDED),
                        HeldAffiliations.EVERYONE));
    }
}
