package dev.kapu.registry.amendment;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.amendment.Amendment.Removable.SOCIAL_SECURITY_NUMBER;
import static dev.kapu.registry.amendment.Amendment.Removable.STAY;
import static dev.kapu.registry.amendment.TestAmendment.correction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an amendment can take away, and what it cannot say (K12, K19). */
@HubTest
class AmendmentLimitsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final Address NEW_HOME = new Address("HU", "7621", "Pécs", "Király u. 2.");

    @Autowired
    private Amendments amendments;

    @Autowired
    private AmendmentChecks checks;

    @Autowired
    private ForeseenAmendments foreseen;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient jdbc;

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
    void stay_and_social_security_number_can_be_taken_away() {
        var away = correction(id).stay(NEW_HOME).taj("111111110").made();
        amendments.amend(away, responsible(school));

        var removed = correction(id).removing(STAY, SOCIAL_SECURITY_NUMBER).made();
        assertThat(amendments.amend(removed, responsible(school))).containsExactly("socialSecurityNumber", "stay");

        var held = persons.find(id, EVERYONE).orElseThrow();
        assertThat(held.stay()).isNull();
        assertThat(held.taj()).isNull();
        assertRefused(
                Fault.INVALID,
                () -> correction(id).stay(NEW_HOME).removing(STAY).made());
    }

    @Test
    void nothing_changed_before_the_person_was_born() {
        assertRefused(
                Fault.CHANGE_DATE_INVALID,
                () -> amendments.amend(
                        correction(id)
                                .changedOn(child.birthDate().minusDays(1))
                                .stay(NEW_HOME)
                                .made(),
                        responsible(school)));
        assertThat(checks.check(correction(id)
                        .changedOn(LocalDate.of(1, 1, 1))
                        .stay(NEW_HOME)
                        .made()))
                .extracting(Finding::field)
                .containsExactly("changedOn");
    }

    @Test
    void a_birth_date_is_not_corrected_to_one_at_which_the_affiliation_could_not_have_started() {
        var born = TestRegistry.TODAY.minusYears(5);

        assertRefused(
                Fault.BIRTH_DATE_INVALID,
                () -> amendments.amend(correction(id).birthDate(born).made(), responsible(school)));

        amendments.amend(correction(id).birthDate(born.minusYears(1)).made(), responsible(school));
        assertThat(persons.find(id, EVERYONE).orElseThrow().birthDate()).isEqualTo(born.minusYears(1));
    }

    @Test
    void a_form_for_pupils_is_not_for_staff_K19() {
        var teacher = register(TestPeople.child(), MAIN_EMPLOYMENT);
        var all = List.of(
                TestAmendment.move(id, NEW_HOME),
                TestAmendment.move(teacher, NEW_HOME),
                TestAmendment.ofStaff(id, "igazgató", null));

        assertThat(checks.checkAll(school, true, all))
                .containsExactly(List.of(), List.of(mismatch("educationId")), List.of(mismatch("post")));
        assertThat(checks.checkAll(school, false, all))
                .containsExactly(List.of(mismatch("educationId")), List.of(), List.of(mismatch("educationId")));
        assertThat(checks.checkAll(registry.institution(), true, all))
                .containsExactly(List.of(), List.of(), List.of(mismatch("post")));
    }

    @Test
    void a_retired_id_opens_no_form_of_the_other_role_K1_K19() {
        var teacher = registry.personAt(school, MAIN_EMPLOYMENT);
        var retired = registry.person();
        registry.merge(retired, teacher);

        assertThat(checks.checkAll(school, true, List.of(TestAmendment.move(retired, NEW_HOME))))
                .containsExactly(List.of(mismatch("educationId")));
    }

    @Test
    void what_cannot_be_for_the_persons_age_is_foreseen_K12_K16() {
        var early = correction(id)
                .changedOn(child.birthDate().minusDays(1))
                .stay(NEW_HOME)
                .made();
        var young = correction(id).birthDate(TestRegistry.TODAY.minusYears(5)).made();

        assertThat(foreseen.of(List.of(early), school).get(0))
                .contains(new Finding("changedOn", Fault.CHANGE_DATE_INVALID));
        assertThat(foreseen.of(List.of(young), school).get(0))
                .contains(new Finding("birthDate", Fault.BIRTH_DATE_INVALID));
    }

    private static Finding mismatch(String field) {
        return new Finding(field, Fault.ROLE_MISMATCH);
    }

    private EducationId register(NewPerson person, AffiliationType type) {
        return TestPeople.registered(registrations, person, school, type);
    }

    private static Reach responsible(InstitutionCode institution) {
        return new Reach(Scope.RESPONSIBLE_INSTITUTION, institution.text());
    }
}
