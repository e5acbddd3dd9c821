package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.ForeseenNewcomers;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the entries of a submission when it is accepted (K2, K16). */
@HubTest
class AcceptanceTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Decisions decisions;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Registrations registrations;

    @Autowired
    private ForeseenNewcomers newcomers;

    @Autowired
    private Reviews reviews;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private InstitutionCode other;

    @BeforeEach
    void schools() {
        school = new TestRegistry(jdbc).institution();
        other = new TestRegistry(jdbc).institution();
    }

    @Test
    void two_large_submissions_of_the_same_children_in_opposite_order_do_not_wait_for_each_other_for_ever() {
        var first = TestPeople.child();
        var between = TestPeople.child();
        var last = TestPeople.child();
        var one = authenticated(school, false, farApart(school, first, between, last));
        var opposite = authenticated(other, false, farApart(other, last, between, first));

        var accepted = transaction.execute(status -> {
            registrations.lockAll(Stream.of(between));
            return acceptedAtOnce(one, opposite);
        });

        assertThat(Objects.requireNonNull(accepted).stream().map(CompletableFuture::join))
                .extracting(Submission::state)
                .containsExactlyInAnyOrder(State.ACCEPTED, State.REFUSED);
        for (int position : new int[] {1, 1 + Chunks.SIZE, 1 + 2 * Chunks.SIZE}) {
            assertThat(outcome(one, position)).isNotEqualTo(outcome(opposite, 2 + 2 * Chunks.SIZE - position));
        }
    }

    @Test
    void two_submissions_that_amend_the_same_persons_in_opposite_order_do_not_wait_for_each_other_for_ever() {
        var ids =
                List.of(registered(TestPeople.child()), registered(TestPeople.child()), registered(TestPeople.child()));
        var backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        var one = authenticated(Purpose.AMENDMENT, school, false, moves("Győr", ids));
        var opposite = authenticated(Purpose.AMENDMENT, school, false, moves("Pécs", backwards));

        var accepted = transaction.execute(status -> {
            jdbc.sql("select from person where education_id = ? for update")
                    .param(ids.get(1).number())
                    .query()
                    .listOfRows();
            return acceptedAtOnce(one, opposite);
        });

        assertThat(Objects.requireNonNull(accepted).stream().map(CompletableFuture::join))
                .extracting(Submission::state)
                .containsOnly(State.ACCEPTED);
    }

    @Test
    void all_or_nothing_takes_back_what_took_effect_before_the_one_that_failed() {
        var fresh = TestPeople.child();
        var meanwhile = TestPeople.child();
        var number = authenticated(school, true, List.of(entry(school, fresh), entry(school, meanwhile)));
        registered(meanwhile);

        var accepted = decisions.accept(number, "office", OFFICE);

        assertThat(accepted.state()).isEqualTo(State.REFUSED);
        assertThat(outcomes(number))
                .extracting(EntryOutcome::outcome)
                .containsExactly(Outcome.NOT_DONE, Outcome.ALREADY_REGISTERED);
        assertThat(newcomers.foresee(fresh)).isEmpty();
    }

    @Test
    void all_or_nothing_takes_in_nobody_who_would_wait_for_a_review_K2() {
        var sister = TestPeople.child();
        var number = authenticated(
                school, true, List.of(entry(school, TestPeople.child()), entry(school, TestPeople.alike(sister))));
        registered(sister);

        var accepted = decisions.accept(number, "office", OFFICE);

        assertThat(accepted.state()).isEqualTo(State.REFUSED);
        assertThat(outcomes(number))
                .extracting(EntryOutcome::outcome)
                .containsExactly(Outcome.NOT_DONE, Outcome.REFUSED);
        assertThat(outcomes(number).get(1).findings())
                .extracting(Finding::fault)
                .containsExactly(Fault.ALIKE_HELD);
        assertThat(reviews.open(10_000, null, null).reviews()).noneMatch(open -> school.equals(open.institution()));
    }

    @Test
    void without_all_or_nothing_the_others_are_registered() {
        var fresh = TestPeople.child();
        var meanwhile = TestPeople.child();
        var number = authenticated(school, false, List.of(entry(school, fresh), entry(school, meanwhile)));
        registered(meanwhile);

        var accepted = decisions.accept(number, "office", OFFICE);

        assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
        assertThat(outcomes(number))
                .extracting(EntryOutcome::outcome)
                .containsExactly(Outcome.REGISTERED, Outcome.ALREADY_REGISTERED);
    }

    @Test
    void an_entry_in_review_is_registered_once_the_office_says_that_it_is_another_person_K2() {
        var number = inReview();

        var decided = reviews.decide(review().id(), new Review.Decision.DifferentPerson());

        assertThat(outcomes(number)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.REGISTERED);
            assertThat(entry.educationId()).isEqualTo(decided.person());
        });
        assertThat(tracking.path(number, OFFICE)).extracting(PathStep::action).doesNotContain(PathStep.Action.REVIEW);
    }

    @Test
    void an_entry_in_review_is_told_that_it_is_held_and_not_who_once_the_office_says_so_K2() {
        var number = inReview();
        var review = review();

        reviews.decide(
                review.id(), new Review.Decision.SamePerson(review.held().get(0).educationId()));

        assertThat(outcomes(number)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.ALREADY_REGISTERED);
            assertThat(entry.educationId()).isNull();
        });
    }

    /** Of a school of its own, so that {@link #review} finds it. */
    private String inReview() {
        var child = TestPeople.child();
        registered(child);
        var number = authenticated(other, false, List.of(entry(other, TestPeople.alike(child))));
        decisions.accept(number, "office", OFFICE);
        assertThat(outcomes(number)).extracting(EntryOutcome::outcome).containsExactly(Outcome.IN_REVIEW);
        return number;
    }

    private Review review() {
        return reviews.open(1, null, other).reviews().get(0);
    }

    private EducationId registered(NewPerson person) {
        return TestPeople.registered(registrations, person, school, AffiliationType.COMPULSORY_STUDENT);
    }

    private String authenticated(InstitutionCode by, boolean allOrNothing, List<? extends Entry> entries) {
        return authenticated(Purpose.REGISTRATION, by, allOrNothing, entries);
    }

    private String authenticated(
            Purpose purpose, InstitutionCode by, boolean allOrNothing, List<? extends Entry> entries) {
        var order = new Order(new Form(purpose, Role.STUDENT, Mode.INTERNET), by, allOrNothing, "school-program");
        return new SentForms(hub, by).authenticated(order, entries).number();
    }

    private List<EntryOutcome> outcomes(String number) {
        return tracking.outcomes(number, 1, 1_000, OFFICE);
    }

    private Outcome outcome(String number, int position) {
        return tracking.outcomes(number, position, 1, OFFICE).get(0).outcome();
    }

    private static Entry.Registration entry(InstitutionCode institution, NewPerson person) {
        return new Entry.Registration(null, person, TestPeople.at(institution, AffiliationType.COMPULSORY_STUDENT));
    }

    /** Each in a part of its own, as the acceptance goes: between them are entries that were refused at once. */
    private List<Entry> farApart(InstitutionCode institution, NewPerson... persons) {
        var good = entry(institution, TestPeople.child());
        var refused = new Entry.Registration(null, good.person(), closed(good.affiliation()));
        var all = new ArrayList<Entry>();
        for (var person : persons) {
            all.add(entry(institution, person));
            all.addAll(Collections.nCopies(Chunks.SIZE - 1, refused));
        }
        return all;
    }

    private static NewAffiliation closed(NewAffiliation at) {
        return new NewAffiliation(
                at.institution(),
                new SiteSerial("003"),
                at.type(),
                at.startDate(),
                at.weeklyHours(),
                at.grade(),
                at.post());
    }

    private static List<Entry> moves(String settlement, List<EducationId> persons) {
        return persons.stream()
                .map(id -> (Entry) new Entry.Change(
                        null, TestAmendment.move(id, new Address("HU", "9021", settlement, "Fő u. 2."))))
                .toList();
    }

    /** Both wait for what the test holds. */
    private List<CompletableFuture<Submission>> acceptedAtOnce(String one, String opposite) {
        var both = Stream.of(one, opposite)
                .map(number -> CompletableFuture.supplyAsync(() -> decisions.accept(number, "office", OFFICE)))
                .toList();
        await().until(() -> waiting() == 2);
        return both;
    }

    private int waiting() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }
}
