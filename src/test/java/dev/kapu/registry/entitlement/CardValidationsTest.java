package dev.kapu.registry.entitlement;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest.Issue;
import dev.kapu.registry.card.CardRequest.Withdrawal;
import dev.kapu.registry.card.CardYear;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.entitlement.CardValidations.Outcome;
import dev.kapu.registry.entitlement.CardValidations.Validation;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** S3: cards are validated each year. */
@HubTest
@RecordApplicationEvents
class CardValidationsTest {
    @Autowired
    private Cards cards;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private CardValidations validations;

    @Autowired
    private CardYear year;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private TestCards held;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void aPupil() {
        registry = new TestRegistry(jdbc);
        held = new TestCards(cards);
        school = registry.institution();
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
    }

    @Test
    void an_institution_validates_the_cards_of_its_own_people_only() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        var other = registry.institution();

        assertThat(validate(card, other, by(other)).outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(validate(card, school, by(other)).outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(validate(TestCards.number()).outcome()).isEqualTo(Outcome.NOT_FOUND);

        assertThat(events.stream(CardValidated.class)).isEmpty();
    }

    static Stream<LocalDate> the_first_validation_of_a_year_counts_however_long_the_card_was_issued_for() {
        return Stream.of(TODAY, TODAY.plusDays(10), TODAY.plusYears(5));
    }

    @ParameterizedTest
    @MethodSource
    void the_first_validation_of_a_year_counts_however_long_the_card_was_issued_for(LocalDate issuedUntil) {
        var card = held.issued(pupil, school, CardType.STUDENT, issuedUntil);

        var first = validate(card);
        var again = validate(card);

        assertThat(first.outcome()).isEqualTo(Outcome.VALIDATED);
        assertThat(again).isEqualTo(first);
        assertThat(first.validUntil()).isEqualTo(year.validUntil(TODAY)).isEqualTo(validUntil(card));
        assertThat(events.stream(CardValidated.class)).singleElement().satisfies(told -> {
            assertThat(told.cardNumber()).isEqualTo(card.text());
            assertThat(told.validUntil()).isEqualTo(first.validUntil());
        });
    }

    @Test
    void last_years_validation_is_none_of_this_year() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        validate(card);
        var lastYear = year.begins(TODAY).minusDays(1);
        jdbc.sql("update card_request set issued_on = ?, validated_on = ?, valid_until = ? where card_number = ?")
                .params(lastYear, lastYear, TODAY.minusDays(1), card.text())
                .update();

        var renewed = validate(card);

        assertThat(renewed.validUntil()).isEqualTo(year.validUntil(TODAY)).isEqualTo(validUntil(card));
        assertThat(events.stream(CardValidated.class)).hasSize(2);
    }

    @Test
    void no_card_is_valid_longer_than_a_validation_on_the_day_of_issue_would_hold() {
        var request = held.requested(pupil, school, CardType.STUDENT);
        var card = TestCards.number();

        var issued = cards.issue(request.id(), new Issue(card, TODAY, TODAY.plusYears(5)), HeldAffiliations.EVERYONE);

        assertThat(issued.issue()).isEqualTo(new Issue(card, TODAY, year.validUntil(TODAY)));
        assertThat(validUntil(card)).isEqualTo(year.validUntil(TODAY));
    }

    @Test
    void a_card_that_is_withdrawn_is_not_validated() {
        var card = held.issued(pupil, school, CardType.STUDENT);
        cards.withdraw(card, new Withdrawal(TODAY, WithdrawalReason.LOST), HeldAffiliations.EVERYONE);

        assertThat(validate(card).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(events.stream(CardValidated.class)).isEmpty();
    }

    @Test
    void a_student_card_of_who_only_works_there_is_not_validated() {
        var both = registry.personAt(school, MAIN_EMPLOYMENT);
        registry.affiliate(both, school, COMPULSORY_STUDENT, TODAY.minusYears(1), null, 20);
        var card = held.issued(both, school, CardType.STUDENT);
        affiliations.end(both, school, COMPULSORY_STUDENT, TODAY.minusDays(1), HeldAffiliations.EVERYONE);

        assertThat(validate(card).outcome()).isEqualTo(Outcome.NOT_ENTITLED);
    }

    @Test
    void two_institutions_with_the_same_people_do_not_wait_for_each_other_whatever_their_order() throws Exception {
        var one = registry.personAt(school, COMPULSORY_STUDENT);
        var first = one.number() < pupil.number() ? one : pupil;
        var card = held.issued(first, school, CardType.STUDENT);
        var other = held.issued(first.equals(one) ? pupil : one, school, CardType.STUDENT);
        var both = List.of(other, card);

        var answer = transaction.execute(status -> {
            lock(card);
            var asked = supplyAsync(() -> validations.validate(both, school, by(school)));
            await().until(this::somebodyWaits);
            lock(other);
            return asked;
        });

        assertThat(Objects.requireNonNull(answer).get(20, TimeUnit.SECONDS))
                .extracting(Validation::number, Validation::outcome)
                .containsExactly(tuple(other, Outcome.VALIDATED), tuple(card, Outcome.VALIDATED));
    }

    private void lock(CardNumber card) {
        jdbc.sql("select id from card_request where card_number = ? for update nowait")
                .param(card.text())
                .query(UUID.class)
                .single();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private Validation validate(CardNumber card) {
        return validate(card, school, by(school));
    }

    private Validation validate(CardNumber card, InstitutionCode institution, Reach reach) {
        return validations.validate(List.of(card), institution, reach).get(0);
    }

    private LocalDate validUntil(CardNumber card) {
        return Objects.requireNonNull(held.held(card).issue()).validUntil();
    }

    private static Reach by(InstitutionCode institution) {
        return new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text());
    }
}
