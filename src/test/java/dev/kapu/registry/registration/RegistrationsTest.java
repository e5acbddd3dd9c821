package dev.kapu.registry.registration;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.AtOnce;
import dev.kapu.HubTest;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations.Entry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** K1, K2, K5, K10, W4, W7. */
@HubTest
@RecordApplicationEvents
class RegistrationsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    Registrations registrations;

    @Autowired
    ForeseenNewcomers newcomers;

    @Autowired
    Persons persons;

    @Autowired
    Affiliations affiliations;

    @Autowired
    Histories histories;

    @Autowired
    Reviews reviews;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private final NewPerson child = TestPeople.child();

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void somebody_new_gets_an_id_and_is_held_as_reported_K1() {
        var id = registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));

        var held = persons.find(id, EVERYONE).orElseThrow();
        assertThat(NewPerson.of(held)).isEqualTo(child);
        assertThat(affiliations.of(id, EVERYONE)).singleElement().satisfies(affiliation -> {
            assertThat(affiliation.institution()).isEqualTo(school);
            assertThat(affiliation.type()).isEqualTo(COMPULSORY_STUDENT);
            assertThat(affiliation.endDate()).isNull();
            assertThat(affiliation.responsible()).isTrue();
        });
    }

    @Test
    void a_dormitory_that_registers_a_pupil_is_refused_and_learns_nothing_W4() {
        registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));
        var dormitory = registry.institution();

        assertThat(newcomers.foresee(child)).contains(new AlreadyRegistered());
        var outcome = registrations.register(TestPeople.shouted(child), TestPeople.at(dormitory, DORMITORY));

        assertThat(outcome).isEqualTo(new AlreadyRegistered());
        assertThat(AlreadyRegistered.class.getRecordComponents()).isEmpty();
        assertThat(affiliatedWith(dormitory)).isZero();
    }

    @Test
    void an_hourly_paid_teacher_who_is_not_registered_yet_is_registered_W7() {
        assertThat(newcomers.foresee(child)).isEmpty();

        var id = registered(registrations.register(child, TestPeople.at(school, HOURLY_PAID)));

        assertThat(registry.responsible(id)).isEqualTo(school.text());
    }

    @Test
    void somebody_alike_waits_for_the_office_and_nothing_is_stored_K2() {
        var id = registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));
        var other = registry.institution();
        var alike = TestPeople.alike(child);

        assertThat(newcomers.foresee(alike)).get().isInstanceOf(InReview.class);
        var outcome = registrations.register(alike, TestPeople.at(other, COMPULSORY_STUDENT));

        var review = reviews.open(10_000, null, null).reviews().stream()
                .filter(open -> open.id().equals(((InReview) outcome).review()))
                .findFirst()
                .orElseThrow();
        assertThat(review.institution()).isEqualTo(other);
        assertThat(review.reported()).isEqualTo(new Entry(alike, TestPeople.at(other, COMPULSORY_STUDENT)));
        assertThat(review.held()).extracting(Person::educationId).containsExactly(id);
        assertThat(affiliatedWith(other)).isZero();
    }

    @Test
    void of_all_who_register_the_same_child_at_the_same_moment_one_wins_and_the_others_are_told() {
        var schools = Stream.generate(registry::institution).limit(6).toList();

        var outcomes = AtOnce.all(schools.stream()
                .<Supplier<RegistrationOutcome>>map(
                        one -> () -> registrations.register(child, TestPeople.at(one, COMPULSORY_STUDENT)))
                .toList());

        assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new AlreadyRegistered()::equals).hasSize(schools.size() - 1);
    }

    @Test
    void many_are_registered_at_once_and_the_same_twice_in_the_list_only_once() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 300; i++) {
            entries.add(new Entry(TestPeople.child(), TestPeople.at(school, COMPULSORY_STUDENT)));
        }
        registered(registrations.register(entries.get(7).person(), TestPeople.at(school, COMPULSORY_STUDENT)));
        entries.add(new Entry(
                TestPeople.shouted(entries.get(5).person()), entries.get(5).affiliation()));
        entries.add(new Entry(
                TestPeople.alike(entries.get(6).person()), entries.get(6).affiliation()));

        var outcomes = registrations.registerAll(entries);

        assertThat(outcomes.get(7)).isEqualTo(new AlreadyRegistered());
        assertThat(outcomes.get(300)).isEqualTo(new AlreadyRegistered());
        assertThat(outcomes.get(301)).isInstanceOf(InReview.class);
        var ids = outcomes.stream()
                .filter(Registered.class::isInstance)
                .map(RegistrationsTest::registered)
                .toList();
        assertThat(ids).hasSizeGreaterThan(290).doesNotHaveDuplicates();
        assertThat(outcomes).filteredOn(new AlreadyRegistered()::equals).hasSize(2);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Registered one) {
                assertThat(persons.find(one.educationId(), EVERYONE).map(NewPerson::of))
                        .contains(entries.get(i).person());
            }
        }
        assertThat(affiliatedWith(school)).isEqualTo(ids.size() + 1);
    }

    @Test
    void a_list_with_something_wrong_registers_nobody() {
        var bad = TestPeople.with(child, child.birthName(), TestRegistry.TODAY.plusDays(1));
        var entries = List.of(
                new Entry(TestPeople.child(), TestPeople.at(school, COMPULSORY_STUDENT)),
                new Entry(bad, TestPeople.at(school, COMPULSORY_STUDENT)));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> registrations.registerAll(entries))
                .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo("Client.Person.BirthDateInvalid"));

        assertThat(affiliatedWith(school)).isZero();
    }

    @Test
    void a_registration_that_its_transaction_takes_back_leaves_nothing() {
        transaction.executeWithoutResult(status -> {
            registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));
            status.setRollbackOnly();
        });

        assertThat(affiliatedWith(school)).isZero();
        registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));
    }

    @Test
    void a_registration_is_in_the_history_with_all_that_was_reported() {
        var id = registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));

        assertThat(histories.of(id)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(HistoryEntry.Kind.REGISTERED);
            assertThat(entry.changes())
                    .contains(
                            new HistoryEntry.Field(
                                    "birthDate", null, child.birthDate().toString()),
                            new HistoryEntry.Field(
                                    "motherName.given", null, child.motherName().given()),
                            new HistoryEntry.Field("affiliation.institutionCode", null, school.text()))
                    .allSatisfy(field -> assertThat(field.before()).isNull());
        });
    }

    @Test
    void who_listens_hears_of_the_registration() {
        var id = registered(registrations.register(child, TestPeople.at(school, COMPULSORY_STUDENT)));

        assertThat(events.stream(PersonsRegistered.class).flatMap(registered -> registered.persons().stream()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.subject().educationId()).isEqualTo(id.text());
                    assertThat(event.subject().responsibleInstitution()).isEqualTo(school.text());
                    assertThat(event.subject().affiliatedWith()).containsExactly(school.text());
                    assertThat(event.type()).isEqualTo("compulsory-student");
                });
    }

    private long affiliatedWith(InstitutionCode institution) {
        return jdbc.sql("select count(*) from affiliation where institution_code = ?")
                .param(institution.text())
                .query(Long.class)
                .single();
    }

    private static EducationId registered(RegistrationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Registered.class);
        return ((Registered) outcome).educationId();
    }
}
