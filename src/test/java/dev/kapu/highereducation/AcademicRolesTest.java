package dev.kapu.highereducation;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.highereducation.AcademicRole.Kind.LECTURER;
import static dev.kapu.highereducation.AcademicRole.Kind.STUDENT;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.identification.Identity;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K3: one person, one ID, many roles. */
@HubTest
class AcademicRolesTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final PersonName NAME = new PersonName("Kovács", "Anna");

    @Autowired
    private AcademicRoles roles;

    @Autowired
    private JdbcClient jdbc;

    private final String partner = "register-" + UUID.randomUUID();
    private EducationId person;

    @BeforeEach
    void aPerson() {
        person = new TestRegistry(jdbc).person();
    }

    @Test
    void a_student_who_becomes_a_lecturer_keeps_the_id() {
        var student = adopt(STUDENT, BORN);
        roles.end(person, STUDENT, TODAY, partner, EVERYONE);
        var lecturer = adopt(LECTURER, BORN);

        assertThat(student.educationId()).isEqualTo(person);
        assertThat(lecturer.educationId()).isEqualTo(person);
        assertThat(lecturer.until()).isNull();
    }

    @Test
    void a_role_that_lasts_is_taken_over_once() {
        adopt(STUDENT, BORN);
        adopt(STUDENT, BORN);

        assertThat(jdbc.sql("select count(*) from academic_role where education_id = ?")
                        .param(person.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void of_a_retired_id_the_present_one_is_taken_over_K1() {
        adopt(STUDENT, BORN);
        var survivor = new TestRegistry(jdbc).person();
        new TestRegistry(jdbc).merge(person, survivor);

        assertThat(adopt(STUDENT, BORN).educationId()).isEqualTo(survivor);
        assertThat(roles.end(survivor, STUDENT, TODAY, partner, EVERYONE).until())
                .isEqualTo(TODAY);
    }

    @Test
    void who_guesses_takes_over_nobody_and_is_stopped() {
        for (int days = 1; days <= 3; days++) {
            var born = BORN.plusDays(days);
            assertRefused(Fault.PERSON_NOT_FOUND, () -> adopt(STUDENT, born));
        }

        assertRefused(Fault.PERSON_MISSES, () -> adopt(STUDENT, BORN));
    }

    @Test
    void only_who_took_a_role_over_ends_it_and_on_a_day_that_can_be() {
        adopt(STUDENT, BORN);

        assertRefused(Fault.ACADEMIC_ROLE_NOT_FOUND, () -> roles.end(person, LECTURER, TODAY, partner, EVERYONE));
        assertRefused(Fault.ACADEMIC_ROLE_NOT_FOUND, () -> roles.end(person, STUDENT, TODAY, "another", EVERYONE));
        assertRefused(
                Fault.ACADEMIC_ROLE_NOT_FOUND,
                () -> roles.end(TestRegistry.freeId(), STUDENT, TODAY, partner, EVERYONE));
        assertThatThrownBy(() -> roles.end(person, STUDENT, TODAY.plusDays(1), partner, EVERYONE))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.ACADEMIC_DATE_INVALID);
                    assertThat(refused.where()).isEqualTo("endDate ≤ " + TODAY);
                });
        assertRefused(
                Fault.ACADEMIC_DATE_INVALID, () -> roles.end(person, STUDENT, TODAY.minusDays(1), partner, EVERYONE));
    }

    private AcademicRole adopt(AcademicRole.Kind kind, LocalDate born) {
        return roles.adopt(new Identity(person, NAME, born), kind, partner, EVERYONE);
    }
}
