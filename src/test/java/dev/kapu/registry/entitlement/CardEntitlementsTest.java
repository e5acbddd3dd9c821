package dev.kapu.registry.entitlement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
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
import dev.kapu.registry.card.CardRequest.Issue;
import dev.kapu.registry.card.CardRequestRefused;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** S3: a card follows its holder's affiliations, and the card office hears of it. */
@HubTest
@RecordApplicationEvents
class CardEntitlementsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Cards cards;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private OverdueCards overdue;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;

    @BeforeEach
    void aSchool() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void when_a_pupil_leaves_the_card_ends_on_31_October_and_goes_on_when_another_school_begins() {
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);
        var card = issued(pupil, CardType.STUDENT);

        affiliations.end(pupil, school, COMPULSORY_STUDENT, TODAY, EVERYONE);

        assertThat(events.stream(CardEntitlementChanged.class)).singleElement().satisfies(told -> {
            assertThat(told.cardNumber()).isEqualTo(card.text());
            assertThat(told.subject().educationId()).isEqualTo(pupil.text());
            assertThat(told.entitledUntil()).isEqualTo(nextLastOfOctober());
        });

        affiliations.start(pupil, BORN, begin(registry.institution(), COMPULSORY_STUDENT), EVERYONE);

        assertThat(events.stream(CardEntitlementChanged.class).map(CardEntitlementChanged::entitledUntil))
                .hasSize(2)
                .containsNull();
    }

    @Test
    void a_card_is_withdrawn_once_its_holder_is_not_entitled_and_only_then() {
        var teacher = registry.personAt(school, MAIN_EMPLOYMENT);
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);
        var gone = issued(teacher, CardType.TEACHER);
        var stays = issued(pupil, CardType.STUDENT);

        // In one transaction, so that the hub's own job cannot withdraw the card before this one does.
        transaction.executeWithoutResult(status -> {
            affiliations.end(teacher, school, MAIN_EMPLOYMENT, TODAY.minusDays(1), EVERYONE);
            affiliations.end(pupil, school, COMPULSORY_STUDENT, TODAY, EVERYONE);
            overdue.withdraw();
            assertThat(state(gone)).as("its end may yet be corrected").isEqualTo(CardState.ISSUED);
            jdbc.sql("update card_request set kept_until = kept_until - 16 where card_number = ?")
                    .param(gone.text())
                    .update();
            overdue.withdraw();
            overdue.withdraw();
        });

        assertThat(state(gone)).isEqualTo(CardState.WITHDRAWN);
        assertThat(state(stays)).isEqualTo(CardState.ISSUED);
        assertThat(events.stream(CardWithdrawn.class)
                        .filter(told -> told.cardNumber().equals(gone.text())))
                .singleElement()
                .satisfies(told -> assertThat(told.withdrawnOn()).isEqualTo(TODAY));
    }

    @Test
    void no_card_is_issued_after_the_holder_has_left_though_they_go_on_working_there() {
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);
        registry.affiliate(pupil, school, AffiliationType.MAIN_EMPLOYMENT, TODAY.minusYears(1), null, 5);
        var request = cards.request(
                new Cards.Order(pupil, school, new SiteSerial("001"), "Győr", CardType.STUDENT),
                "school-program",
                EVERYONE);
        affiliations.end(pupil, school, COMPULSORY_STUDENT, TODAY, EVERYONE);

        assertRefused(
                Fault.CARD_STATE,
                () -> cards.issue(request.id(), new Issue(number(), TODAY, TODAY.plusDays(10)), EVERYONE));
        assertThat(events.stream(CardRequestRefused.class))
                .singleElement()
                .satisfies(told -> assertThat(told.cardRequestId()).isEqualTo(request.id()));
    }

    private CardNumber issued(EducationId holder, CardType type) {
        var request = cards.request(
                new Cards.Order(holder, school, new SiteSerial("001"), "Győr", type), "school-program", EVERYONE);
        var number = number();
        cards.issue(request.id(), new Issue(number, TODAY, TODAY.plusDays(10)), EVERYONE);
        return number;
    }

    private CardState state(CardNumber card) {
        return cards.find(card, EVERYONE).orElseThrow().state();
    }

    private static LocalDate nextLastOfOctober() {
        var thisYears = LocalDate.of(TODAY.getYear(), 10, 31);
        return TODAY.isAfter(thisYears) ? thisYears.plusYears(1) : thisYears;
    }

    private static CardNumber number() {
        return new CardNumber(
                UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT));
    }

    private static NewAffiliation begin(InstitutionCode at, AffiliationType type) {
        return new NewAffiliation(at, new SiteSerial("001"), type, TODAY, new BigDecimal("20"), null, null);
    }
}
