package dev.kapu.highereducation;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.highereducation.AcademicRole.Kind.LECTURER;
import static dev.kapu.highereducation.AcademicRole.Kind.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.highereducation.EducationIdRequest.State;
import dev.kapu.highereducation.EducationIdRequests.Asked;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Reviews;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K2: whoever has lost an answer asks again for an ID, and finds the request that stands: no further review is opened. */
@HubTest
class AskedAgainTest {
    private static final String PARTNER = "higher-education-registry";
    private static final String PAPERS = "FF/2041/2026";

    @Autowired
    private EducationIdRequests requests;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient jdbc;

    private NewPerson person;
    private EducationId held;

    @BeforeEach
    void somebodyHeldByASchool() {
        person = TestPeople.child();
        var school = new TestRegistry(jdbc).institution();
        held = ((Registered) registrations.register(person, TestPeople.at(school, AffiliationType.MAIN_EMPLOYMENT)))
                .educationId();
    }

    @Test
    void however_often_it_is_asked_one_review_is_open_and_every_answer_names_the_same_request() {
        var alike = TestPeople.alike(person);
        var first = give(alike);

        var again = IntStream.range(0, 50).mapToObj(n -> give(alike)).toList();

        assertThat(again).containsOnly(first);
        assertThat(first.state()).isEqualTo(State.IN_REVIEW);
        assertThat(reviewsAbout(held)).hasSize(1);
        assertThat(reviews.find(review(first)).alsoWaiting()).isEmpty();
    }

    @Test
    void of_many_at_the_same_moment_one_opens_the_review() {
        var alike = TestPeople.alike(person);

        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> give(alike)))
                .limit(4)
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(reviewsAbout(held)).hasSize(1);
    }

    @Test
    void who_was_given_an_id_is_found_with_it_again_with_the_role_that_began() {
        var newcomer = TestPeople.child();
        var given = give(newcomer);

        var again = requests.give(new Asked(TestPeople.shouted(newcomer), LECTURER, null, null), PARTNER);

        assertThat(again).isEqualTo(given);
        assertThat(again.state()).isEqualTo(State.GIVEN);
        assertThat(roles(Objects.requireNonNull(given.educationId()))).containsExactly("student");
    }

    @Test
    void who_was_given_an_id_after_the_review_is_found_with_it_by_the_data_that_were_in_review() {
        var alike = TestPeople.alike(person);
        var waits = give(alike);
        var decided = reviews.decide(review(waits), new DifferentPerson());

        var again = give(alike);

        assertThat(again.number()).isEqualTo(waits.number());
        assertThat(again.state()).isEqualTo(State.GIVEN);
        assertThat(again.educationId()).isEqualTo(decided.person()).isNotEqualTo(held);
        assertThat(reviewsAbout(held)).hasSize(1);
    }

    @Test
    void what_the_office_has_decided_and_not_told_is_not_asked_again_and_not_told_then() {
        var alike = TestPeople.alike(person);
        var waits = give(alike);
        reviews.decide(review(waits), new SamePerson(held));

        var again = give(alike);

        assertThat(again)
                .extracting(EducationIdRequest::number, EducationIdRequest::state, EducationIdRequest::educationId)
                .containsExactly(waits.number(), State.ALREADY_REGISTERED, null);
        assertThat(reviewsAbout(held)).hasSize(1);
    }

    @Test
    void only_other_papers_put_it_before_the_office_once_more() {
        var alike = TestPeople.alike(person);
        var waits = give(alike, PAPERS, PARTNER);
        reviews.decide(review(waits), new SamePerson(held));

        var same = give(alike, PAPERS, PARTNER);
        var other = give(alike, "FF/2042/2026", PARTNER);

        assertThat(same.number()).isEqualTo(waits.number());
        assertThat(other.number()).isNotEqualTo(waits.number());
        assertThat(other.state()).isEqualTo(State.IN_REVIEW);
        assertThat(give(alike)).isEqualTo(other);
    }

    @Test
    void papers_that_come_while_the_office_looks_are_those_of_the_request_and_may_let_the_id_be_told() {
        var alike = TestPeople.alike(person);
        var waits = give(alike);

        var again = give(alike, PAPERS, PARTNER);

        assertThat(again).isEqualTo(waits);
        assertThat(requests.papers(List.of(review(waits)))).containsEntry(review(waits), PAPERS);
        reviews.decide(review(waits), new SamePerson(held, true));
        assertThat(give(alike))
                .extracting(EducationIdRequest::number, EducationIdRequest::educationId)
                .containsExactly(waits.number(), held);
    }

    @Test
    void another_partners_request_is_never_answered() {
        var newcomer = TestPeople.child();
        give(newcomer);
        var alike = TestPeople.alike(person);
        var waits = give(alike);

        assertRefused(Fault.ALREADY_REGISTERED, () -> give(newcomer, null, "another"));
        var others = give(alike, null, "another");

        assertThat(others.number()).isNotEqualTo(waits.number());
        assertThat(give(alike, null, "another")).isEqualTo(others);
        assertThat(give(alike)).isEqualTo(waits);
    }

    @Test
    void somebody_who_is_only_like_who_waits_is_somebody_else() {
        var alike = TestPeople.alike(person);
        var waits = give(alike);

        var likeBoth = give(TestPeople.alike(alike));

        assertThat(likeBoth.number()).isNotEqualTo(waits.number());
        assertThat(likeBoth.state()).isEqualTo(State.IN_REVIEW);
    }

    private EducationIdRequest give(NewPerson who) {
        return give(who, null, PARTNER);
    }

    private EducationIdRequest give(NewPerson who, @Nullable String papers, String partner) {
        return requests.give(new Asked(who, STUDENT, null, papers), partner);
    }

    private List<UUID> reviewsAbout(EducationId id) {
        return jdbc.sql("select review from review_candidate where education_id = ?")
                .param(id.number())
                .query(UUID.class)
                .list();
    }

    private List<String> roles(EducationId id) {
        return jdbc.sql("select role from academic_role where education_id = ?")
                .param(id.number())
                .query(String.class)
                .list();
    }

    private UUID review(EducationIdRequest waits) {
        return jdbc.sql("select review from education_id_request where number = ?")
                .param(waits.number())
                .query(UUID.class)
                .single();
    }
}
