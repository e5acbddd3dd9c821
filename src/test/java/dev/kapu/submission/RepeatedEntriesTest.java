package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.ForeseenNewcomers;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same child twice, before anybody signs it (K2). */
@HubTest
class RepeatedEntriesTest {
    @Autowired
    private Submissions submissions;

    @Autowired
    private Tracking tracking;

    @Autowired
    private ForeseenNewcomers newcomers;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private Reach reach;

    @BeforeEach
    void school() {
        school = new TestRegistry(jdbc).institution();
        reach = new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text());
    }

    @Test
    void an_entry_is_told_which_earlier_one_is_the_same_person_however_it_is_written() {
        var child = TestPeople.child();
        var list = entries(child, TestPeople.child(), TestPeople.shouted(child), TestPeople.alike(child));

        var found = submissions.validate(order(false), list, reach);

        assertThat(found)
                .extracting(EntryOutcome::outcome)
                .containsExactly(Outcome.PENDING, Outcome.PENDING, Outcome.REFUSED, Outcome.PENDING);
        assertThat(found.get(2).findings()).containsExactly(new Finding("entry[1]", Fault.SAME_ENTRY));
    }

    @Test
    void also_where_they_are_far_apart_and_all_or_nothing_is_refused_before_it_is_signed() {
        var child = TestPeople.child();
        var all = new ArrayList<Entry>(entries(child));
        Stream.generate(TestPeople::child).limit(Chunks.SIZE).forEach(other -> all.addAll(entries(other)));
        all.addAll(entries(child));

        var submission = submissions.submit(order(true), all.iterator(), null, reach);

        assertThat(submission.state()).isEqualTo(State.REFUSED);
        assertThat(tracking.outcomes(submission.number(), all.size(), 1, reach))
                .singleElement()
                .extracting(EntryOutcome::findings)
                .isEqualTo(List.of(new Finding("entry[1]", Fault.SAME_ENTRY)));
    }

    @Test
    void who_is_in_another_open_submission_of_the_institution_is_warned_of_and_goes_on() {
        var child = TestPeople.child();
        var first = submissions.submit(
                order(false), entries(TestPeople.child(), child).iterator(), null, reach);
        var again = entries(TestPeople.shouted(child));

        var validated = submissions.validate(order(false), again, reach);
        var submitted = submissions.submit(order(false), again.iterator(), null, reach);

        var warning = new Finding(first.number() + "[2]", Fault.OPEN_ELSEWHERE);
        assertThat(validated).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(entry.findings()).containsExactly(warning);
        });
        assertThat(tracking.outcomes(submitted.number(), 1, 1, reach).get(0).findings())
                .containsExactly(warning);
        submissions.withdraw(first.number(), "school-program", reach);
        submissions.withdraw(submitted.number(), "school-program", reach);
        assertThat(submissions.validate(order(false), again, reach).get(0).findings())
                .isEmpty();
    }

    @Test
    void also_where_family_and_given_name_changed_places_or_another_given_name_was_added() {
        var child = TestPeople.child();
        var name = child.birthName();
        submissions.submit(order(false), entries(child).iterator(), null, reach);
        var crossed = TestPeople.with(child, new PersonName(name.given(), name.family()), child.birthDate());
        var longer = new NewPerson(
                new PersonName(name.family(), name.given() + " Mária"),
                name,
                child.motherName(),
                child.birthPlace(),
                child.birthDate(),
                child.sex(),
                child.citizenship(),
                child.residence(),
                null,
                null);

        for (var again : List.of(crossed, longer)) {
            assertThat(submissions
                            .validate(order(false), entries(again), reach)
                            .get(0)
                            .findings())
                    .extracting(Finding::fault)
                    .containsExactly(Fault.OPEN_ELSEWHERE);
        }
    }

    @Test
    void nobody_learns_what_another_institution_has_submitted() {
        var child = TestPeople.child();
        submissions.submit(order(false), entries(child).iterator(), null, reach);
        var stranger = new TestRegistry(jdbc).institution();
        var order = new Order(new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET), stranger, false, "other");

        var found = submissions.validate(
                order,
                List.of(new Entry.Registration(
                        null, child, TestPeople.at(stranger, AffiliationType.COMPULSORY_STUDENT))),
                new Reach(Scope.RESPONSIBLE_INSTITUTION, stranger.text()));

        assertThat(found.get(0).findings()).isEmpty();
    }

    @Test
    void who_reads_a_list_in_parts_is_told_the_place_over_all_of_them() {
        var child = TestPeople.child();
        var seen = newcomers.repetitions();

        seen.add(TestPeople.child());
        seen.add(child);

        assertThat(seen.add(TestPeople.child())).isEmpty();
        assertThat(seen.add(TestPeople.shouted(child))).hasValue(1);
    }

    private Order order(boolean allOrNothing) {
        return new Order(
                new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET), school, allOrNothing, "school-program");
    }

    private List<Entry> entries(NewPerson... persons) {
        return Stream.of(persons)
                .<Entry>map(person ->
                        new Entry.Registration(null, person, TestPeople.at(school, AffiliationType.COMPULSORY_STUDENT)))
                .toList();
    }
}
