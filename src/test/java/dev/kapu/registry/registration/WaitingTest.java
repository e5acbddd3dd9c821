package dev.kapu.registry.registration;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.AtOnce;
import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Review.Decision.DifferentPerson;
import dev.kapu.registry.registration.Review.Decision.SamePerson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K2: who waits for the Office is nobody's double either, though not held yet. */
@HubTest
@RecordApplicationEvents
class WaitingTest {
    @Autowired
    Reviews reviews;

    @Autowired
    Registrations registrations;

    @Autowired
    ForeseenNewcomers newcomers;

    @Autowired
    Waiting waiting;

    @Autowired
    Histories histories;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode school;
    private InstitutionCode other;
    private final NewPerson child = TestPeople.child();
    private final NewPerson alike = TestPeople.alike(child);
    private final NewPerson variant = given(alike, alike.birthName().given() + "a");
    private EducationId held;

    @BeforeEach
    void child() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        held = TestPeople.registered(registrations, child, school, COMPULSORY_STUDENT);
    }

    @Test
    void the_same_child_from_two_schools_waits_once_more_and_the_office_sees_both_together() {
        var first = waits(alike, school);
        var second = waits(alike, other);

        assertThat(listed(first).alsoWaiting()).containsExactly(second);
        assertThat(listed(second).alsoWaiting()).containsExactly(first);
    }

    @Test
    void the_same_child_from_two_schools_is_registered_once_whichever_is_decided_first() {
        for (boolean laterFirst : List.of(false, true)) {
            var one = TestPeople.child();
            registrations.register(one, TestPeople.at(school, COMPULSORY_STUDENT));
            var reported = TestPeople.alike(one);
            var early = waits(reported, school);
            var late = waits(reported, other);
            var decided = laterFirst ? late : early;
            var told = laterFirst ? early : late;

            var id = reviews.decide(decided, new DifferentPerson()).person();

            assertThat(events.stream(ReviewDecided.class))
                    .contains(
                            new ReviewDecided(decided, new Registered(Objects.requireNonNull(id))),
                            new ReviewDecided(told, new AlreadyRegistered()));
            assertRefused(Fault.REVIEW_ALREADY_DECIDED, () -> reviews.decide(told, new DifferentPerson()));
            assertThat(histories.of(id))
                    .extracting(HistoryEntry::kind)
                    .containsExactly(HistoryEntry.Kind.REGISTERED, HistoryEntry.Kind.REVIEWED);
        }
    }

    @Test
    void the_same_child_from_two_schools_is_told_to_both_if_it_is_held() {
        var first = waits(alike, school);
        var second = waits(alike, other);

        reviews.decide(first, new SamePerson(held));

        assertThat(events.stream(ReviewDecided.class))
                .containsExactlyInAnyOrder(
                        new ReviewDecided(first, new AlreadyRegistered()),
                        new ReviewDecided(second, new AlreadyRegistered()));
    }

    @Test
    void a_variant_is_not_registered_before_the_office_has_seen_who_was_registered_meanwhile() {
        var first = waits(alike, school);
        var second = waits(variant, other);
        var registered = reviews.decide(first, new DifferentPerson()).person();

        assertRefused(Fault.REVIEW_GROWN, () -> reviews.decide(second, new DifferentPerson()));

        assertThat(listed(second).held())
                .extracting(person -> person.educationId())
                .contains(registered);
        assertThat(reviews.decide(second, new SamePerson(Objects.requireNonNull(registered)))
                        .person())
                .isEqualTo(registered);
    }

    @Test
    void whoever_has_looked_again_may_say_that_a_variant_is_somebody_else() {
        var first = waits(alike, school);
        var second = waits(variant, other);
        var registered = reviews.decide(second, new DifferentPerson()).person();
        assertRefused(Fault.REVIEW_GROWN, () -> reviews.decide(first, new DifferentPerson()));

        var id = reviews.decide(first, new DifferentPerson()).person();

        assertThat(id).isNotNull().isNotEqualTo(registered);
    }

    @Test
    void the_office_may_name_at_once_who_was_registered_meanwhile() {
        var first = waits(alike, school);
        var second = waits(variant, other);
        var registered = Objects.requireNonNull(
                reviews.decide(first, new DifferentPerson()).person());

        assertThat(reviews.decide(second, new SamePerson(registered)).person()).isEqualTo(registered);
    }

    @Test
    void a_child_like_nobody_but_one_who_waits_waits_too_and_is_foreseen_to() {
        var first = waits(alike, school);
        jdbc.sql("delete from person_key where education_id = ?")
                .param(held.number())
                .update();

        assertThat(newcomers.foresee(variant)).get().isInstanceOf(InReview.class);
        var second = waits(variant, other);
        reviews.decide(first, new SamePerson(held));

        assertThat(listed(second).held())
                .extracting(person -> person.educationId())
                .containsExactly(held);
    }

    @Test
    void who_no_longer_waits_keeps_nobody_waiting() {
        var review = waits(alike, school);
        reviews.decide(review, new SamePerson(held));

        var later = waits(variant, other);

        assertThat(listed(later).alsoWaiting()).isEmpty();
        assertThat(jdbc.sql("select count(*) from waiting_key where review = ?")
                        .param(review)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void two_schools_at_the_same_moment_and_two_decisions_at_the_same_moment_register_one_child() {
        var opened = AtOnce.both(() -> waits(alike, school), () -> waits(alike, other));

        var decided = AtOnce.both(
                () -> decided(opened.get(0), new DifferentPerson()),
                () -> decided(opened.get(1), new DifferentPerson()));

        assertThat(decided.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void two_decisions_at_the_same_moment_do_not_register_a_variant_unseen() {
        var opened = AtOnce.both(() -> waits(alike, school), () -> waits(variant, other));

        var decided = AtOnce.both(
                () -> decided(opened.get(0), new DifferentPerson()),
                () -> decided(opened.get(1), new DifferentPerson()));

        assertThat(decided.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void reviews_that_an_earlier_version_opened_are_found_after_the_start() {
        var first = waits(alike, school);
        jdbc.sql("delete from waiting_key where review = ?").param(first).update();

        waiting.findable();

        assertThat(listed(waits(alike, other)).alsoWaiting()).containsExactly(first);
    }

    @Test
    void the_history_says_which_institution_reported_who_is_registered_after_a_review() {
        var id = reviews.decide(waits(alike, other), new DifferentPerson()).person();

        assertThat(histories.of(Objects.requireNonNull(id)))
                .first()
                .satisfies(entry -> assertThat(entry.institution()).isEqualTo(other.text()));
        assertThat(histories.of(held))
                .last()
                .satisfies(entry -> assertThat(entry.institution()).isNull());
    }

    private Optional<EducationId> decided(UUID review, Review.Decision decision) {
        try {
            return Optional.ofNullable(reviews.decide(review, decision).person());
        } catch (FaultException no) {
            assertThat(no.fault()).isIn(Fault.REVIEW_ALREADY_DECIDED, Fault.REVIEW_GROWN);
            return Optional.empty();
        }
    }

    private Review listed(UUID id) {
        return reviews.open(100_000, null, null).reviews().stream()
                .filter(review -> review.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_waits_is_found_though_family_and_given_name_changed_places_K2() {
        var review = waits(alike, school);
        var first = alike.birthName().given();
        var last = alike.birthName().family();
        var name = new PersonName(first, last);
        var mother = new PersonName(
                alike.motherName().family() + "b", alike.motherName().given());
        var swapped = new NewPerson(
                name, name, mother, alike.birthPlace() + "b", alike.birthDate(), alike.sex(), "HU", null, null, null);

        assertThat(waiting.alike(List.of(swapped)).get(0))
                .extracting(Waiting.Alike::review)
                .contains(review);
    }

    private UUID waits(NewPerson person, InstitutionCode institution) {
        return ((InReview) registrations.register(person, TestPeople.at(institution, COMPULSORY_STUDENT))).review();
    }

    private static NewPerson given(NewPerson person, String given) {
        return TestPeople.with(person, new PersonName(person.birthName().family(), given), person.birthDate());
    }
}
