package dev.kapu.registry.entitlement;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.CardRequest.Issue;
import dev.kapu.registry.card.CardRequest.Withdrawal;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.card.WithdrawalReason;
import dev.kapu.registry.movement.Affiliations;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** S3: of what the hub does by itself and what the card office reports at the same moment only the first counts. */
@HubTest
class CardsAtTheSameMomentTest {
    @Autowired
    private Cards cards;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private TestCards held;

    @BeforeEach
    void aSchool() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        held = new TestCards(cards);
    }

    @Test
    void a_card_that_the_hub_is_withdrawing_is_not_withdrawn_again_by_the_office() {
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);
        var card = held.issued(pupil, school, CardType.STUDENT);

        var refusal = whileTheHubIsAtIt(
                () -> TestEntitlements.lastDayOfHolderIsOver(hub, pupil.text()),
                () -> cards.withdraw(card, new Withdrawal(TODAY, WithdrawalReason.LOST), HeldAffiliations.EVERYONE));

        assertThat(refusal).contains(Fault.CARD_STATE);
        assertThat(held.held(card).withdrawal()).isEqualTo(new Withdrawal(TODAY, WithdrawalReason.ENTITLEMENT_ENDED));
        assertThat(told(pupil, "card-withdrawn")).isOne();
    }

    @Test
    void a_request_that_the_hub_is_refusing_is_not_issued_by_the_office() {
        var teacher = registry.personAt(school, MAIN_EMPLOYMENT);
        var request = held.requested(teacher, school, CardType.TEACHER).id();
        affiliations.end(teacher, school, MAIN_EMPLOYMENT, TODAY.minusDays(1), HeldAffiliations.EVERYONE);

        var refusal = whileTheHubIsAtIt(
                () -> TestEntitlements.daysPass(hub, teacher, 16),
                () -> cards.issue(request, new Issue(TestCards.number(), TODAY, TODAY), HeldAffiliations.EVERYONE));

        assertThat(refusal).contains(Fault.CARD_STATE);
        assertThat(cards.find(request, HeldAffiliations.EVERYONE))
                .map(CardRequest::state)
                .contains(CardState.REFUSED);
        assertThat(told(teacher, "card-refused")).isOne();
        assertThat(told(teacher, "card-issued")).isZero();
    }

    /**
     * The office's message comes after the hub has done its part and before that is in force.
     *
     * @return by what the office is refused
     */
    private Optional<Fault> whileTheHubIsAtIt(Runnable hubs, Runnable offices) {
        var office = Objects.requireNonNull(transaction.execute(status -> {
            hubs.run();
            var reported = CompletableFuture.supplyAsync(() -> refusal(offices));
            await().until(this::somebodyWaitsForTheCard);
            return reported;
        }));
        return office.join();
    }

    private static Optional<Fault> refusal(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (FaultException refused) {
            return Optional.of(refused.fault());
        }
    }

    private boolean somebodyWaitsForTheCard() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                                        where wait_event_type = 'Lock' and query like '%update card_request%')""").query(Boolean.class).single();
    }

    private long told(EducationId holder, String kind) {
        return jdbc.sql("select count(*) from history where education_id = ? and kind = ?")
                .params(holder.number(), kind)
                .query(Long.class)
                .single();
    }
}
