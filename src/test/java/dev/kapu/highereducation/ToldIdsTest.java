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
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import dev.kapu.registry.registration.Reviews;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K1, K2: who has an ID and does not know it; the Office, having seen their papers, lets whoever asked know it (ADR 47). */
@HubTest
class ToldIdsTest {
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

    private TestRegistry registry;
    private NewPerson person;
    private EducationId held;

    @BeforeEach
    void somebodyHeld() {
        registry = new TestRegistry(jdbc);
        var grown = TestPeople.child();
        person = TestPeople.with(grown, TestPeople.child().birthName(), grown.birthDate());
        held = ((Registered) registrations.register(
                        person, TestPeople.at(registry.institution(), AffiliationType.MAIN_EMPLOYMENT)))
                .educationId();
    }

    @Test
    void with_papers_who_is_registered_exactly_so_waits_for_the_office_and_nothing_is_told() {
        var waits = ask(person, PAPERS);

        assertThat(waits.state()).isEqualTo(State.IN_REVIEW);
        assertThat(waits.educationId()).isNull();
        assertThat(requests.find(waits.number(), PARTNER).educationId()).isNull();
        var review = review(waits);
        assertThat(reviews.find(review).held())
                .extracting(found -> found.educationId())
                .containsExactly(held);
        assertThat(requests.papers(List.of(review))).containsEntry(review, PAPERS);
        assertThat(roles()).isEmpty();
    }

    @Test
    void without_papers_the_fault_stays_and_the_office_is_not_troubled() {
        var open = count("review");

        assertRefused(Fault.ALREADY_REGISTERED, () -> ask(person, null));

        assertThat(count("review")).isEqualTo(open);
    }

    @Test
    void the_office_that_has_seen_the_papers_lets_the_id_be_told_and_the_role_begins_K3() {
        var waits = requests.give(new Asked(person, LECTURER, LocalDate.of(2020, 9, 1), PAPERS), PARTNER);

        reviews.decide(review(waits), new SamePerson(held, true));

        assertThat(requests.find(waits.number(), PARTNER))
                .extracting(EducationIdRequest::state, EducationIdRequest::educationId)
                .containsExactly(State.ALREADY_REGISTERED, held);
        assertThat(roles()).containsExactly("lecturer 2020-09-01");
    }

    @Test
    void an_office_that_is_not_convinced_tells_nothing_and_may_be_asked_again() {
        var waits = ask(person, PAPERS);

        reviews.decide(review(waits), new SamePerson(held));

        assertThat(requests.find(waits.number(), PARTNER))
                .extracting(EducationIdRequest::state, EducationIdRequest::educationId)
                .containsExactly(State.ALREADY_REGISTERED, null);
        assertThat(roles()).isEmpty();
        assertThat(ask(person, "FF/2042/2026").state()).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void papers_of_another_partner_that_the_office_has_not_seen_may_be_named_again() {
        var waits = ask(person, PAPERS);
        var others = requests.give(new Asked(person, LECTURER, null, PAPERS), "another");

        reviews.decide(review(waits), new SamePerson(held, true));

        assertThat(requests.find(others.number(), "another"))
                .extracting(EducationIdRequest::state, EducationIdRequest::educationId)
                .containsExactly(State.ALREADY_REGISTERED, null);
        assertThat(requests.give(new Asked(person, LECTURER, null, PAPERS), "another")
                        .state())
                .isEqualTo(State.IN_REVIEW);
    }

    @Test
    void of_somebody_alike_the_id_is_told_in_the_same_way() {
        var waits = ask(TestPeople.alike(person), PAPERS);

        reviews.decide(review(waits), new SamePerson(held, true));

        assertThat(requests.find(waits.number(), PARTNER).educationId()).isEqualTo(held);
        assertThat(roles()).hasSize(1);
    }

    @Test
    void nobody_is_told_who_has_sent_no_papers_or_has_asked_for_no_id_and_nothing_is_decided() {
        var withoutPapers = review(ask(TestPeople.alike(person), null));
        var ofSchool = ((InReview) registrations.register(
                        TestPeople.alike(person),
                        TestPeople.at(registry.institution(), AffiliationType.MAIN_EMPLOYMENT)))
                .review();

        for (var review : List.of(withoutPapers, ofSchool)) {
            assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.decide(review, new SamePerson(held, true)));
            assertThat(reviews.find(review).state()).isEqualTo(Review.State.OPEN);
        }
    }

    @Test
    void nobody_gets_two_whatever_the_office_says() {
        var waits = ask(person, PAPERS);

        assertRefused(Fault.REVIEW_DECISION_IMPOSSIBLE, () -> reviews.decide(review(waits), new DifferentPerson()));
        assertThat(registrations.register(
                        person, TestPeople.at(registry.institution(), AffiliationType.SECONDARY_EMPLOYMENT)))
                .isInstanceOf(AlreadyRegistered.class);
    }

    @Test
    void of_two_registers_that_ask_one_is_told_and_the_other_request_ends_with_it() {
        var first = ask(person, PAPERS);
        var second = requests.give(new Asked(person, STUDENT, null, PAPERS), "another");

        reviews.decide(review(first), new SamePerson(held, true));

        assertThat(requests.find(first.number(), PARTNER).educationId()).isEqualTo(held);
        assertThat(requests.find(second.number(), "another"))
                .extracting(EducationIdRequest::state, EducationIdRequest::educationId)
                .containsExactly(State.ALREADY_REGISTERED, null);
        assertThat(roles()).hasSize(1);
    }

    @Test
    void an_id_that_is_retired_before_or_after_the_decision_is_told_as_the_present_one_K1() {
        var waits = ask(person, PAPERS);
        var survivor = registry.person();
        registry.merge(held, survivor);

        reviews.decide(review(waits), new SamePerson(held, true));
        var last = registry.person();
        registry.merge(survivor, last);

        assertThat(requests.find(waits.number(), PARTNER).educationId()).isEqualTo(last);
    }

    private EducationIdRequest ask(NewPerson who, @Nullable String papers) {
        return requests.give(new Asked(who, STUDENT, null, papers), PARTNER);
    }

    private List<String> roles() {
        return jdbc.sql("select role || ' ' || since from academic_role where education_id = ?")
                .param(held.number())
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private UUID review(EducationIdRequest waits) {
        return jdbc.sql("select review from education_id_request where number = ?")
                .param(waits.number())
                .query(UUID.class)
                .single();
    }
}
