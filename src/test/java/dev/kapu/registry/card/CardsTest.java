package dev.kapu.registry.card;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.AtOnce;
import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.card.CardRequest.Issue;
import dev.kapu.registry.card.CardRequest.Withdrawal;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K3, K23, W8. */
@HubTest
class CardsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final LocalDate VALID = TODAY.plusDays(30);

    @Autowired
    private Cards cards;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void pupil() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
    }

    @Test
    void a_card_is_requested_issued_and_withdrawn() {
        var request = request(pupil);
        assertThat(cards.find(request.id(), EVERYONE)).map(CardRequest::state).contains(CardState.REQUESTED);

        var issue = new Issue(number('A'), TODAY, VALID);
        var issued = cards.issue(request.id(), issue, EVERYONE);
        assertThat(issued.state()).isEqualTo(CardState.ISSUED);
        assertThat(cards.find(request.id(), EVERYONE)).map(CardRequest::issue).contains(issue);

        var withdrawal = new Withdrawal(TODAY, WithdrawalReason.DAMAGED);
        var withdrawn = cards.withdraw(number('A'), withdrawal, EVERYONE);
        assertThat(withdrawn.state()).isEqualTo(CardState.WITHDRAWN);
        assertThat(cards.find(request.id(), EVERYONE))
                .map(CardRequest::withdrawal)
                .contains(withdrawal);
    }

    @Test
    void a_person_may_have_several_cards_K3() {
        cards.issue(request(pupil).id(), new Issue(number('A'), TODAY, VALID), EVERYONE);

        var second = request(pupil);

        assertThat(cards.issue(second.id(), new Issue(number('B'), TODAY, VALID), EVERYONE)
                        .state())
                .isEqualTo(CardState.ISSUED);
    }

    @Test
    void while_a_request_waits_it_is_answered_again_whatever_the_site_and_no_second_one_is_made() {
        var first = request(pupil);

        var again = request(pupil);
        var ofAnotherSite = cards.request(order(pupil, "002", "Szeged"), "school-program", EVERYONE);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(ofAnotherSite.id()).isEqualTo(first.id());
        assertThat(ofAnotherSite.site()).isEqualTo(new SiteSerial("001"));
        assertThat(cards.of(pupil, EVERYONE)).hasSize(1);
        assertRefused(Fault.SITE_MISMATCH, () -> cards.request(order(pupil, "001", "Szeged"), "office", EVERYONE));
    }

    @Test
    void of_many_who_ask_at_the_same_moment_all_get_the_same_request() {
        var requests = AtOnce.times(8, () -> request(pupil).id());

        assertThat(requests).hasSize(8).containsOnly(requests.get(0));
    }

    @Test
    void another_institution_and_another_kind_of_card_have_a_request_of_their_own() {
        var dormitory = registry.institution();
        registry.affiliate(pupil, dormitory, DORMITORY, START, null, 20);
        registry.affiliate(pupil, school, HOURLY_PAID, START, null, 4);
        var first = request(pupil);

        var theirs = cards.request(
                new Cards.Order(pupil, dormitory, new SiteSerial("001"), "Győr", CardType.STUDENT), "office", EVERYONE);
        var teachers = cards.request(
                new Cards.Order(pupil, school, new SiteSerial("001"), "Győr", CardType.TEACHER), "office", EVERYONE);

        assertThat(List.of(theirs.id(), teachers.id()))
                .doesNotContain(first.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void no_card_for_a_person_who_is_not_affiliated_with_the_institution_W8() {
        var elsewhere = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        var left = registry.person();
        registry.affiliate(left, school, COMPULSORY_STUDENT, START, TODAY.minusDays(1), 20);

        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> request(elsewhere));
        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> request(left));
    }

    @Test
    void no_student_card_for_staff() {
        var teacher = registry.personAt(school, MAIN_EMPLOYMENT);

        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> request(teacher));
    }

    @Test
    void unknown_and_out_of_reach_look_alike() {
        var elsewhere = registry.personAt(registry.institution(), COMPULSORY_STUDENT);
        var reach = new Reach(Scope.AFFILIATED_WITH_NAMED_INSTITUTION, school.text());

        for (var id : new EducationId[] {elsewhere, TestRegistry.freeId()}) {
            assertRefused(Fault.PERSON_NOT_FOUND, () -> cards.request(order(id, "001", "Győr"), "office", reach));
        }
    }

    @Test
    void the_site_must_be_an_active_one_in_the_settlement_W8() {
        assertThat(cards.request(order(pupil, "002", "SZEGED"), "office", EVERYONE)
                        .site())
                .isEqualTo(new SiteSerial("002"));

        assertRefused(Fault.SITE_MISMATCH, () -> cards.request(order(pupil, "001", "Szeged"), "office", EVERYONE));
        assertRefused(Fault.SITE_MISMATCH, () -> cards.request(order(pupil, "003", "Pécs"), "office", EVERYONE));
        assertRefused(Fault.SITE_MISMATCH, () -> cards.request(order(pupil, "004", "Győr"), "office", EVERYONE));
    }

    @Test
    void a_card_changes_only_from_the_state_before() {
        var request = request(pupil);
        assertRefused(
                Fault.CARD_REQUEST_NOT_FOUND,
                () -> cards.withdraw(number('A'), new Withdrawal(TODAY, WithdrawalReason.LOST), EVERYONE));
        cards.issue(request.id(), new Issue(number('A'), TODAY, VALID), EVERYONE);

        assertRefused(
                Fault.CARD_STATE, () -> cards.issue(request.id(), new Issue(number('B'), TODAY, VALID), EVERYONE));
        cards.withdraw(number('A'), new Withdrawal(TODAY, WithdrawalReason.LOST), EVERYONE);
        assertRefused(
                Fault.CARD_STATE,
                () -> cards.withdraw(number('A'), new Withdrawal(TODAY, WithdrawalReason.LOST), EVERYONE));
    }

    @Test
    void a_card_number_is_given_once() {
        cards.issue(request(pupil).id(), new Issue(number('A'), TODAY, VALID), EVERYONE);
        var second = request(pupil);

        assertRefused(
                Fault.CARD_NUMBER_TAKEN,
                () -> cards.issue(second.id(), new Issue(number('A'), TODAY, VALID), EVERYONE));
        assertThat(cards.find(second.id(), EVERYONE)).map(CardRequest::state).contains(CardState.REQUESTED);
    }

    @Test
    void dates_must_be_possible() {
        var request = request(pupil);

        assertRefused(Fault.CARD_DATE_INVALID, () -> issue(request, TODAY.minusDays(1), VALID));
        assertRefused(Fault.CARD_DATE_INVALID, () -> issue(request, TODAY.plusDays(1), VALID));
        assertRefused(Fault.CARD_DATE_INVALID, () -> issue(request, TODAY, TODAY.minusDays(1)));
        assertThatThrownBy(() -> issue(request, TODAY.plusDays(1), VALID))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        no -> assertThat(no.where()).isEqualTo("issuedOn: day of the request – " + TODAY));
        issue(request, TODAY, TODAY);
        for (var impossible : new LocalDate[] {TODAY.minusDays(1), TODAY.plusDays(1)}) {
            assertRefused(
                    Fault.CARD_DATE_INVALID,
                    () -> cards.withdraw(number('A'), new Withdrawal(impossible, WithdrawalReason.DAMAGED), EVERYONE));
        }
    }

    @Test
    void a_request_out_of_reach_is_not_found() {
        var request = request(pupil);
        var stranger = new Reach(
                Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION,
                registry.institution().text());

        assertThat(cards.find(request.id(), stranger)).isEmpty();
        assertThat(cards.find(UUID.randomUUID(), EVERYONE)).isEmpty();
        assertRefused(
                Fault.CARD_REQUEST_NOT_FOUND,
                () -> cards.issue(request.id(), new Issue(number('A'), TODAY, VALID), stranger));
    }

    private void issue(CardRequest request, LocalDate issuedOn, LocalDate validUntil) {
        cards.issue(request.id(), new Issue(number('A'), issuedOn, validUntil), EVERYONE);
    }

    private CardRequest request(EducationId id) {
        return cards.request(order(id, "001", "Győr"), "id-card-office", EVERYONE);
    }

    private Cards.Order order(EducationId id, String site, String settlement) {
        return new Cards.Order(id, school, new SiteSerial(site), settlement, CardType.STUDENT);
    }

    private CardNumber number(char distinct) {
        return new CardNumber(pupil.text() + "0000" + distinct);
    }
}
