package dev.kapu.registry.registration;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Review.State;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K2: what the Office decides, and what then is true for ever. */
@HubTest
@RecordApplicationEvents
class ReviewsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    Reviews reviews;

    @Autowired
    Registrations registrations;

    @Autowired
    Persons persons;

    @Autowired
    Affiliations affiliations;

    @Autowired
    Cards cards;

    @Autowired
    Histories histories;

    @Autowired
    RegistrationStore store;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;
    private final NewPerson child = TestPeople.child();
    private final NewPerson alike = TestPeople.alike(child);
    private EducationId held;

    @BeforeEach
    void child() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        held = TestPeople.registered(registrations, child, school, COMPULSORY_STUDENT);
    }

    @Test
    void the_same_person_is_not_stored_again_and_the_registrant_is_told_to_affiliate() {
        var review = waiting();

        var decided = reviews.decide(review, new SamePerson(held));

        assertThat(decided).isEqualTo(new Review.Decided(review, State.SAME_PERSON, held));
        assertThat(events.stream(ReviewDecided.class))
                .containsExactly(new ReviewDecided(review, new AlreadyRegistered()));
        assertThat(affiliations.of(held, EVERYONE)).hasSize(1);
        assertThat(NewPerson.of(persons.find(held, EVERYONE).orElseThrow())).isEqualTo(child);
    }

    @Test
    void a_different_person_is_registered_with_the_affiliation_that_waited() {
        var review = waiting();

        var decided = reviews.decide(review, new DifferentPerson());

        var id = Objects.requireNonNull(decided.person());
        assertThat(id).isNotEqualTo(held);
        assertThat(events.stream(ReviewDecided.class)).containsExactly(new ReviewDecided(review, new Registered(id)));
        assertThat(NewPerson.of(persons.find(id, EVERYONE).orElseThrow())).isEqualTo(alike);
        assertThat(affiliations.of(id, EVERYONE))
                .extracting(Affiliation::institution)
                .containsExactly(other);
        assertThat(registrations.register(alike, TestPeople.at(other, COMPULSORY_STUDENT)))
                .isEqualTo(new AlreadyRegistered());
    }

    @Test
    void who_is_exactly_somebody_held_by_now_cannot_be_declared_different() {
        var review = waiting();
        jdbc.sql("delete from waiting_key where review = ?").param(review).update();
        reviews.decide(waiting(), new DifferentPerson());
        assertRefused(Fault.REVIEW_GROWN, () -> reviews.decide(review, new DifferentPerson()));

        assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.decide(review, new DifferentPerson()));
    }

    @Test
    void nobody_is_registered_at_an_institution_that_closed_while_they_waited() {
        var review = waiting();
        jdbc.sql("update institution set active = false where code = ?")
                .param(other.text())
                .update();

        assertRefused(Fault.INSTITUTION_CLOSED, () -> reviews.decide(review, new DifferentPerson()));

        assertThat(reviews.decide(review, new SamePerson(held)).state()).isEqualTo(State.SAME_PERSON);
    }

    @Test
    void a_merger_closes_the_other_review_of_the_two_and_says_so_in_the_history() {
        var second = registry.personAt(other, DORMITORY);
        var decided = reviews.suspect(other, held, second);
        var twice = reviews.suspect(other, held, second);

        reviews.decide(decided, new Merge(held, second));

        assertThat(histories.of(held))
                .flatExtracting(HistoryEntry::changes)
                .contains(new HistoryEntry.Field("review", null, twice.toString()));
    }

    @Test
    void it_is_decided_once_and_only_about_those_in_question() {
        var review = waiting();
        var stranger = registry.person();

        assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.decide(review, new SamePerson(stranger)));
        assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.decide(review, new Merge(held, stranger)));
        assertRefused(Fault.REVIEW_NOT_FOUND, () -> reviews.decide(UUID.randomUUID(), new DifferentPerson()));

        reviews.decide(review, new SamePerson(held));
        assertRefused(Fault.REVIEW_ALREADY_DECIDED, () -> reviews.decide(review, new DifferentPerson()));
    }

    @Test
    void a_decision_is_in_the_history_of_those_in_question() {
        var review = waiting();

        reviews.decide(review, new SamePerson(held));

        assertThat(histories.of(held)).last().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(HistoryEntry.Kind.REVIEWED);
            assertThat(entry.changes())
                    .containsExactly(
                            new HistoryEntry.Field("decision", null, "same-person"),
                            new HistoryEntry.Field("review", null, review.toString()));
        });
    }

    @Test
    void two_who_are_one_are_merged_and_the_old_id_leads_to_the_survivor_for_ever() {
        var second = registry.personAt(other, DORMITORY);
        registry.affiliate(second, school, STUDENT, TestRegistry.START, null, 3);
        var card = cards.request(
                new Cards.Order(second, other, new SiteSerial("001"), "Győr", CardType.STUDENT),
                "id-card-office",
                EVERYONE);
        var review = reviews.suspect(other, held, second);

        var decided = reviews.decide(review, new Merge(held, second));

        assertThat(decided).isEqualTo(new Review.Decided(review, State.MERGED, held));
        assertThat(persons.find(second, EVERYONE)).map(Person::educationId).contains(held);
        assertThat(affiliations.of(held, EVERYONE))
                .extracting(Affiliation::institution)
                .containsExactlyInAnyOrder(school, other, school);
        assertThat(cards.find(card.id(), EVERYONE))
                .map(CardRequest::educationId)
                .contains(held);
        assertThat(histories.of(second)).isEqualTo(histories.of(held));
        assertThat(histories.of(held))
                .extracting(HistoryEntry::kind)
                .contains(HistoryEntry.Kind.REGISTERED, HistoryEntry.Kind.MERGED, HistoryEntry.Kind.REVIEWED);
        assertThat(histories.of(held).stream().flatMap(entry -> entry.changes().stream()))
                .contains(
                        new HistoryEntry.Field("survivor", null, held.text()),
                        new HistoryEntry.Field("motherName.given", "Éva", null));
    }

    @Test
    void where_both_hold_the_same_affiliation_it_is_one_from_the_earlier_start() {
        var second = registry.personAt(school, COMPULSORY_STUDENT);

        reviews.decide(reviews.suspect(other, held, second), new Merge(held, second));

        assertThat(affiliations.of(held, EVERYONE)).singleElement().satisfies(affiliation -> {
            assertThat(affiliation.startDate()).isEqualTo(TestRegistry.START);
            assertThat(affiliation.weeklyHours()).isEqualByComparingTo("25");
            assertThat(affiliation.responsible()).isTrue();
        });
    }

    @Test
    void an_id_retired_long_ago_leads_to_the_last_survivor() {
        var second = registry.personAt(other, DORMITORY);
        var third = registry.personAt(other, DORMITORY);
        reviews.decide(reviews.suspect(other, second, held), new Merge(second, held));
        reviews.decide(reviews.suspect(other, third, second), new Merge(third, second));

        assertThat(persons.find(held, EVERYONE)).map(Person::educationId).contains(third);
        assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.suspect(other, held, third));
    }

    @Test
    void a_review_that_a_merger_has_answered_is_closed() {
        var second = registry.personAt(other, DORMITORY);
        var first = reviews.suspect(other, held, second);
        var again = reviews.suspect(other, held, second);

        reviews.decide(first, new Merge(held, second));

        assertThat(reviews.open(10_000, null, null).reviews())
                .extracting(Review::id)
                .doesNotContain(first, again);
    }

    @Test
    void a_retired_id_is_never_issued_again() {
        var second = registry.personAt(other, DORMITORY);
        reviews.decide(reviews.suspect(other, held, second), new Merge(held, second));
        var newcomer = new RegistrationStore.Newcomer(
                second, new Registrations.Entry(TestPeople.child(), TestPeople.at(school, STUDENT)));

        assertThat(store.insertPersons(List.of(newcomer))).isEmpty();
    }

    private UUID waiting() {
        return ((InReview) registrations.register(alike, TestPeople.at(other, COMPULSORY_STUDENT))).review();
    }
}
