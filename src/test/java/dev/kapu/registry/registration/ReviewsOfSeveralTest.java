package dev.kapu.registry.registration;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Review.State;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** K2: where more than two are in question, no decision about two of them answers for the others. */
@HubTest
@RecordApplicationEvents
class ReviewsOfSeveralTest {
    @Autowired
    Reviews reviews;

    @Autowired
    OpenedReviews opened;

    @Autowired
    ReviewStore store;

    @Autowired
    ReviewChangeStore changes;

    @Autowired
    Registrations registrations;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId one;
    private EducationId second;
    private EducationId third;

    @BeforeEach
    void three() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        one = registry.personAt(school, DORMITORY);
        second = registry.personAt(school, DORMITORY);
        third = registry.personAt(school, DORMITORY);
    }

    @Test
    void when_two_of_three_are_merged_the_office_is_asked_about_the_third_anew() {
        var review = among(one, second, third);

        var decided = reviews.decide(review, new Merge(one, second));

        assertThat(decided).isEqualTo(new Review.Decided(review, State.MERGED, one));
        assertThat(open()).singleElement().satisfies(rest -> {
            assertThat(rest.id()).isNotEqualTo(review);
            assertThat(ids(rest)).containsExactlyInAnyOrder(one, third);
        });
        assertThat(events.stream(ReviewOpened.class)).hasSize(2);
        reviews.decide(open().get(0).id(), new Merge(third, one));
        assertThat(open()).isEmpty();
    }

    @Test
    void also_where_somebody_reported_is_found_to_be_the_merged() {
        var child = TestPeople.child();
        var held = TestPeople.registered(registrations, child, school, COMPULSORY_STUDENT);
        var waiting = registrations.register(TestPeople.alike(child), TestPeople.at(school, COMPULSORY_STUDENT));
        var review = ((InReview) waiting).review();
        changes.add(review, List.of(one, second));

        reviews.decide(review, new Merge(held, one));

        assertThat(open()).singleElement().satisfies(rest -> {
            assertThat(rest.reported()).isNull();
            assertThat(ids(rest)).containsExactlyInAnyOrder(held, second);
        });
    }

    @Test
    void who_was_beside_a_merger_was_not_looked_at_and_who_was_found_different_was() {
        reviews.decide(among(one, second, third), new Merge(one, second));

        assertThat(store.isKnown(second, third)).isFalse();
        assertThat(store.isKnown(one, third)).isTrue();

        reviews.decide(open().get(0).id(), new DifferentPerson());
        assertThat(store.isKnown(one, third)).isTrue();
    }

    @Test
    void whom_the_office_merges_by_an_id_retired_since_is_the_survivor() {
        var review = reviews.suspect(school, one, second);
        reviews.decide(reviews.suspect(school, third, second), new Merge(third, second));

        var decided = reviews.decide(review, new Merge(one, second));

        assertThat(decided.person()).isEqualTo(one);
        assertThat(jdbc.sql("select survivor from retired_id where education_id = ?")
                        .param(third.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(one.number());
    }

    @Test
    void two_ids_of_one_person_are_not_merged() {
        reviews.decide(reviews.suspect(school, one, second), new Merge(one, second));
        var review = reviews.suspect(school, one, third);

        assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.decide(review, new Merge(one, second)));
    }

    @Test
    void the_list_goes_on_after_a_review_open_or_decided() {
        var first = reviews.suspect(school, one, second);
        var next = reviews.suspect(school, one, third);
        var last = reviews.suspect(school, second, third);
        reviews.decide(next, new DifferentPerson());

        var page = reviews.open(1, null, school);

        assertThat(page.reviews()).extracting(Review::id).containsExactly(first);
        assertThat(page.more()).isTrue();
        assertThat(reviews.open(1, first, school))
                .satisfies(rest -> assertThat(rest.more()).isFalse())
                .extracting(Reviews.Page::reviews)
                .isEqualTo(reviews.open(500, next, school).reviews());
        assertThat(reviews.open(500, last, school).reviews()).isEmpty();
        assertThat(reviews.find(next).state()).isEqualTo(State.DIFFERENT_PERSON);
        assertRefused(Fault.REVIEW_NOT_FOUND, () -> reviews.open(1, UUID.randomUUID(), school));
        assertRefused(Fault.REVIEW_NOT_FOUND, () -> reviews.find(UUID.randomUUID()));
    }

    private UUID among(EducationId... alike) {
        return transaction.execute(status -> opened.open(school, List.of(alike)));
    }

    private List<Review> open() {
        return reviews.open(10_000, null, school).reviews();
    }

    private static List<EducationId> ids(Review review) {
        return review.held().stream().map(Person::educationId).toList();
    }
}
