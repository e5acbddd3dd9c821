package dev.kapu.registry.amendment;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.Taj;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K2: an amendment is compared with all but the person's own held data, which are like it however small it is. */
@HubTest
class AmendedDoublesTest {
    @Autowired
    private Amendments amendments;

    @Autowired
    private ForeseenAmendments foreseen;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient jdbc;

    private final String taj = taj();
    private final NewPerson child = TestPeople.child();
    private InstitutionCode school;
    private Reach responsible;

    @BeforeEach
    void school() {
        school = new TestRegistry(jdbc).institution();
        responsible = new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text());
    }

    @Test
    void who_is_given_the_social_security_number_of_another_is_shown_to_the_office_K2() {
        var other = register(TestPeople.child(), taj);
        var id = register(child, null);

        amendments.amend(identity(id, child, child.motherName().family(), taj), responsible);

        assertThat(reviewsOf(id))
                .singleElement()
                .satisfies(review -> assertThat(review.held())
                        .extracting(Person::educationId)
                        .containsExactlyInAnyOrder(id, other));
    }

    @Test
    void a_small_change_makes_nobody_exactly_another_K2() {
        var mothers = child.motherName().family();
        register(child, taj);
        var id = register(TestPeople.child(), null);
        amendments.amend(identity(id, child, "Borz", taj), responsible);

        var last = identity(id, child, mothers + " Borz", taj);

        assertThat(foreseen.of(List.of(last), school).get(0))
                .contains(new Finding("educationId", Fault.WOULD_BE_DOUBLE));
        assertRefused(Fault.WOULD_BE_DOUBLE, () -> amendments.amend(last, responsible));
    }

    @Test
    void who_was_held_twice_already_is_amended_and_shown_to_the_office_K2() {
        var other = register(child, taj);
        var id = register(TestPeople.child(), null);
        amendments.amend(identity(id, child, "Borz", taj), responsible);
        jdbc.sql("update person set mother_family_name = ? where education_id = ?")
                .params(child.motherName().family(), id.number())
                .update();

        var move = TestAmendment.move(id, new Address("HU", "7621", "Pécs", "Király u. 2."));

        assertThat(foreseen.of(List.of(move), school).get(0)).isEmpty();
        assertThat(amendments.amend(move, responsible)).containsExactly("residence");
        assertThat(reviewsOf(id))
                .singleElement()
                .satisfies(review -> assertThat(review.held())
                        .extracting(Person::educationId)
                        .containsExactlyInAnyOrder(id, other));
    }

    /** One that nobody else has. */
    private static String taj() {
        return Taj.of((int) (TestRegistry.freeId().number() % 100_000_000));
    }

    private List<Review> reviewsOf(EducationId id) {
        return reviews.open(10_000, null, null).reviews().stream()
                .filter(review -> review.held().stream()
                        .anyMatch(person -> person.educationId().equals(id)))
                .toList();
    }

    private EducationId register(NewPerson person, @Nullable String taj) {
        var with = new NewPerson(
                person.name(),
                person.birthName(),
                person.motherName(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                person.citizenship(),
                person.residence(),
                person.stay(),
                taj);
        return TestPeople.registered(registrations, with, school, COMPULSORY_STUDENT);
    }

    private static Amendment identity(EducationId id, NewPerson as, String mothersFamily, String taj) {
        return TestAmendment.correction(id)
                .as(as)
                .motherName(new PersonName(mothersFamily, as.motherName().given()))
                .residence(as.residence())
                .taj(taj)
                .made();
    }
}
