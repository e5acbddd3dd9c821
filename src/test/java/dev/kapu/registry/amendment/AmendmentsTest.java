package dev.kapu.registry.amendment;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.history.HistoryEntry.Field;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K12. */
@HubTest
@RecordApplicationEvents
class AmendmentsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final Address NEW_HOME = new Address("HU", "7621", "Pécs", "Király u. 2.");

    @Autowired
    Amendments amendments;

    @Autowired
    AmendmentChecks checks;

    @Autowired
    Registrations registrations;

    @Autowired
    Persons persons;

    @Autowired
    Affiliations affiliations;

    @Autowired
    Histories histories;

    @Autowired
    Reviews reviews;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private final NewPerson child = TestPeople.child();
    private EducationId id;

    @BeforeEach
    void child() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        id = register(child, COMPULSORY_STUDENT);
    }

    @Test
    void only_what_is_given_changes_and_only_what_differs_is_named() {
        var amendment = TestAmendment.correction(id)
                .birthPlace(child.birthPlace())
                .residence(NEW_HOME)
                .taj("111111110")
                .made();

        assertThat(amendments.amend(amendment, responsible(school)))
                .containsExactly("residence", "socialSecurityNumber");

        var held = persons.find(id, EVERYONE).orElseThrow();
        assertThat(held.residence()).isEqualTo(NEW_HOME);
        assertThat(held.taj()).isEqualTo("111111110");
        assertThat(held.birthName()).isEqualTo(child.birthName());
        assertThat(held.citizenship()).isEqualTo("HU");
    }

    @Test
    void the_history_says_what_it_was_and_what_it_is_and_who_listens_only_what_changed() {
        var home = Objects.requireNonNull(child.residence());

        amendments.amend(TestAmendment.move(id, NEW_HOME), responsible(school));

        var entries = histories.of(id);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).kind()).isEqualTo(HistoryEntry.Kind.AMENDED);
        assertThat(entries.get(1).changes())
                .containsExactlyInAnyOrder(
                        new Field("residence.postcode", home.postcode(), "7621"),
                        new Field("residence.settlement", home.settlement(), "Pécs"),
                        new Field("residence.street", home.street(), "Király u. 2."),
                        new Field("reason", null, "move"),
                        new Field("changedOn", null, TestRegistry.TODAY.toString()));
        assertThat(events.stream(PersonAmended.class)).singleElement().satisfies(event -> {
            assertThat(event.subject().educationId()).isEqualTo(id.text());
            assertThat(event.institutionCode()).isEqualTo(school.text());
            assertThat(event.changedFields()).containsExactly("residence");
        });
    }

    @Test
    void a_change_of_who_somebody_is_says_where_the_person_is_kept_and_a_move_does_not() {
        amendments.amend(TestAmendment.move(id, NEW_HOME), EVERYONE);
        assertThat(events.stream(PersonAmended.class))
                .last()
                .satisfies(event -> assertThat(event.subject().standing()).isEmpty());
        jdbc.sql("""
                insert into card_request (id, education_id, institution_code, site_serial, card_type, state,
                                          requested_by, requested_at)
                values (gen_random_uuid(), ?, ?, '001', 'student', 'requested', 'school-program', now())""").params(id.number(), school.text()).update();

        amendments.amend(TestAmendment.correction(id).birthPlace("Sopron").made(), EVERYONE);

        assertThat(events.stream(PersonAmended.class))
                .last()
                .satisfies(event -> assertThat(event.subject().standing()).containsExactly(Scope.CARDHOLDERS));
    }

    @Test
    void an_amendment_that_changes_nothing_is_told_to_nobody_and_says_that_the_data_were_checked_K15() {
        assertThat(amendments.amend(TestAmendment.move(id, child.residence()), responsible(school)))
                .isEmpty();

        assertThat(histories.of(id))
                .extracting(HistoryEntry::kind)
                .containsExactly(HistoryEntry.Kind.REGISTERED, HistoryEntry.Kind.REFRESHED);
        assertThat(events.stream(PersonAmended.class)).isEmpty();
    }

    @Test
    void only_the_responsible_institution_amends() {
        var dormitory = registry.institution();
        registry.affiliate(id, dormitory, DORMITORY, TestRegistry.START, null, 40);
        var amendment = TestAmendment.move(id, NEW_HOME);

        assertRefused(
                Fault.NOT_RESPONSIBLE,
                () -> amendments.amend(
                        amendment, new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, dormitory.text())));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> amendments.amend(amendment, responsible(dormitory)));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> amendments.amend(amendment, responsible(registry.institution())));

        assertThat(persons.find(id, EVERYONE)).map(Person::residence).contains(child.residence());
        assertThat(histories.of(id)).hasSize(1);
    }

    @Test
    void nobody_amends_who_has_left_but_the_office_K15() {
        affiliations.end(id, school, COMPULSORY_STUDENT, TestRegistry.TODAY.minusDays(1), EVERYONE);
        var amendment = TestAmendment.move(id, NEW_HOME);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> amendments.amend(amendment, responsible(school)));

        assertThat(amendments.amend(amendment, EVERYONE)).containsExactly("residence");
    }

    @Test
    void nobody_is_made_another_ones_double_K2() {
        var other = TestPeople.child();
        var double_ = identity(register(other, COMPULSORY_STUDENT), child, child.residence());

        assertRefused(Fault.WOULD_BE_DOUBLE, () -> amendments.amend(double_, responsible(school)));

        assertThat(persons.find(double_.educationId(), EVERYONE).map(NewPerson::of))
                .contains(other);
    }

    @Test
    void who_becomes_like_another_is_amended_and_shown_to_the_office_once() {
        var stranger = TestPeople.child();
        var other = register(stranger, COMPULSORY_STUDENT);
        var alike = TestPeople.alike(child);

        amendments.amend(identity(other, alike, null), responsible(school));
        amendments.amend(TestAmendment.move(other, NEW_HOME), responsible(school));

        assertThat(persons.find(other, EVERYONE).map(Person::birthName)).contains(alike.birthName());
        assertThat(reviews.open(10_000, null, null).reviews())
                .filteredOn(review -> review.held().stream()
                        .anyMatch(person -> person.educationId().equals(other)))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.reported()).isNull();
                    assertThat(review.held()).extracting(Person::educationId).containsExactlyInAnyOrder(id, other);
                });
    }

    @Test
    void a_teachers_post_and_qualification_change_and_a_pupils_cannot() {
        var teacher = register(TestPeople.child(), MAIN_EMPLOYMENT);

        assertThat(amendments.amend(TestAmendment.ofStaff(teacher, "igazgató", "matematikatanár"), responsible(school)))
                .containsExactly("post", "qualification");

        assertThat(affiliations.of(teacher, EVERYONE))
                .extracting(Affiliation::post)
                .containsExactly("igazgató");
        assertThat(histories.of(teacher).get(1).changes())
                .contains(new Field("post", "tanár", "igazgató"), new Field("qualification", null, "matematikatanár"));
        assertRefused(
                Fault.AFFILIATION_NOT_FOUND,
                () -> amendments.amend(TestAmendment.ofStaff(id, "igazgató", null), responsible(school)));
    }

    @Test
    void what_is_wrong_is_found_before_anything_is_changed() {
        var wrong = TestAmendment.correction(id)
                .changedOn(TestRegistry.TODAY.plusDays(1))
                .birthDate(TestRegistry.TODAY.plusDays(1))
                .citizenship("XX")
                .taj("111111111")
                .made();

        assertThat(checks.check(wrong))
                .extracting(Finding::field)
                .containsExactly("birthDate", "citizenship", "socialSecurityNumber", "changedOn");
        assertRefused(Fault.BIRTH_DATE_INVALID, () -> amendments.amend(wrong, responsible(school)));
    }

    private EducationId register(NewPerson person, AffiliationType type) {
        return TestPeople.registered(registrations, person, school, type);
    }

    private static Amendment identity(EducationId id, NewPerson as, @Nullable Address residence) {
        return TestAmendment.correction(id).as(as).residence(residence).made();
    }

    private static Reach responsible(InstitutionCode institution) {
        return new Reach(Scope.RESPONSIBLE_INSTITUTION, institution.text());
    }
}
