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
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K2: higher education gives an ID to who has none, and nobody ever gets two. */
@HubTest
class EducationIdRequestsTest {
    private static final String PARTNER = "higher-education-registry";

    @Autowired
    private EducationIdRequests requests;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void who_has_none_gets_one_and_the_role_and_belongs_to_no_institution_K14() {
        var given = give(foreigner(), STUDENT);

        assertThat(given.state()).isEqualTo(State.GIVEN);
        var id = given(given);
        assertThat(new TestRegistry(jdbc).responsible(id)).isNull();
        assertThat(jdbc.sql("select role from academic_role where education_id = ? and until is null")
                        .param(id.number())
                        .query(String.class)
                        .list())
                .containsExactly("student");
        assertThat(requests.find(given.number(), PARTNER).educationId()).isEqualTo(id);
    }

    @Test
    void exactly_the_same_person_is_refused_whoever_registered_first() {
        var person = foreigner();
        give(person, STUDENT);
        var school = new TestRegistry(jdbc).institution();
        var employed = foreigner();
        registrations.register(employed, TestPeople.at(school, AffiliationType.MAIN_EMPLOYMENT));

        assertRefused(Fault.ALREADY_REGISTERED, () -> give(employed, LECTURER));
        assertThat(registrations.register(person, TestPeople.at(school, AffiliationType.MAIN_EMPLOYMENT)))
                .isInstanceOf(AlreadyRegistered.class);
    }

    @Test
    void of_many_at_the_same_moment_one_gets_the_id_and_all_hear_of_it() {
        var person = foreigner();

        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> give(person, STUDENT)))
                .limit(4)
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).distinct())
                .singleElement()
                .satisfies(given -> assertThat(given.state()).isEqualTo(State.GIVEN));
    }

    @Test
    void somebody_alike_waits_for_the_office_which_sees_that_no_institution_reported() {
        var person = foreigner();
        give(person, STUDENT);

        var waits = give(TestPeople.alike(person), STUDENT);

        assertThat(waits.state()).isEqualTo(State.IN_REVIEW);
        assertThat(waits.educationId()).isNull();
        assertThat(reviews.open(1000, null, null).reviews())
                .filteredOn(review -> review.id().equals(review(waits)))
                .singleElement()
                .satisfies(review -> assertThat(review.institution()).isNull());
    }

    @Test
    void who_the_office_finds_to_be_somebody_else_gets_an_id_and_the_role() {
        var person = foreigner();
        give(person, STUDENT);
        var waits = give(TestPeople.alike(person), LECTURER);

        reviews.decide(review(waits), new Review.Decision.DifferentPerson());

        var decided = requests.find(waits.number(), PARTNER);
        assertThat(decided.state()).isEqualTo(State.GIVEN);
        assertThat(jdbc.sql("select role from academic_role where education_id = ?")
                        .param(given(decided).number())
                        .query(String.class)
                        .list())
                .containsExactly("lecturer");
    }

    @Test
    void the_first_day_of_the_role_is_kept_while_the_office_looks_and_checked_at_once() {
        var person = adult();
        give(person, STUDENT);
        var since = TestRegistry.TODAY.minusYears(2);

        assertRefused(
                Fault.ACADEMIC_DATE_INVALID,
                () -> give(person, LECTURER, person.birthDate().plusYears(13)));
        var waits = give(TestPeople.alike(person), LECTURER, since);
        reviews.decide(review(waits), new Review.Decision.DifferentPerson());

        assertThat(jdbc.sql("select since from academic_role where education_id = ?")
                        .param(given(requests.find(waits.number(), PARTNER)).number())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(since);
    }

    @Test
    void who_the_office_finds_to_be_held_is_told_so_without_the_others_id() {
        var person = foreigner();
        var held = given(give(person, STUDENT));
        var waits = give(TestPeople.alike(person), STUDENT);

        reviews.decide(review(waits), new Review.Decision.SamePerson(held));

        var decided = requests.find(waits.number(), PARTNER);
        assertThat(decided.state()).isEqualTo(State.ALREADY_REGISTERED);
        assertThat(decided.educationId()).isNull();
    }

    @Test
    void who_waits_is_found_when_a_school_registers_the_same_person() {
        var person = foreigner();
        give(person, STUDENT);
        var alike = TestPeople.alike(person);
        give(alike, STUDENT);
        var school = new TestRegistry(jdbc).institution();

        assertThat(registrations.register(alike, TestPeople.at(school, AffiliationType.MAIN_EMPLOYMENT)))
                .isInstanceOf(InReview.class);
    }

    @Test
    void another_partners_request_is_unknown_and_data_are_checked_as_in_every_registration() {
        var given = give(foreigner(), STUDENT);

        assertRefused(Fault.EDUCATION_ID_REQUEST_NOT_FOUND, () -> requests.find(given.number(), "another"));
        assertRefused(Fault.EDUCATION_ID_REQUEST_NOT_FOUND, () -> requests.find(UUID.randomUUID(), PARTNER));
        assertRefused(
                Fault.BIRTH_DATE_INVALID,
                () -> give(
                        TestPeople.with(foreigner(), foreigner().birthName(), TestRegistry.TODAY.plusDays(1)),
                        STUDENT));
    }

    private EducationIdRequest give(NewPerson person, AcademicRole.Kind role) {
        return give(person, role, null);
    }

    private EducationIdRequest give(NewPerson person, AcademicRole.Kind role, @Nullable LocalDate since) {
        return requests.give(new Asked(person, role, since, null), PARTNER);
    }

    private UUID review(EducationIdRequest waits) {
        return jdbc.sql("select review from education_id_request where number = ?")
                .param(waits.number())
                .query(UUID.class)
                .single();
    }

    private static EducationId given(EducationIdRequest request) {
        var id = request.educationId();
        assertThat(id).isNotNull();
        return Objects.requireNonNull(id);
    }

    private static NewPerson adult() {
        var child = foreigner();
        return TestPeople.with(child, child.birthName(), child.birthDate().minusYears(20));
    }

    private static NewPerson foreigner() {
        var person = TestPeople.child();
        return new NewPerson(
                person.name(),
                person.birthName(),
                person.motherName(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                "RO",
                null,
                null,
                null);
    }
}
