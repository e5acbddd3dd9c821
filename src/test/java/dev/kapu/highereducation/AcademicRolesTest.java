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

    @Test
    void who_has_studied_for_a_year_is_taken_over_since_then_and_ended_on_any_day_since() {
        var since = TODAY.minusYears(1);

        assertThat(adoptSince(since).since()).isEqualTo(since);

        assertRefused(
                Fault.ACADEMIC_DATE_INVALID, () -> roles.end(person, STUDENT, since.minusDays(1), partner, EVERYONE));
        assertThat(roles.end(person, STUDENT, since.plusDays(9), partner, EVERYONE))
                .extracting(AcademicRole::since, AcademicRole::until)
                .containsExactly(since, since.plusDays(9));
    }

    @Test
    void a_role_does_not_begin_while_one_that_is_over_lasted() {
        adoptSince(TODAY.minusYears(1));
        roles.end(person, STUDENT, TODAY.minusDays(30), partner, EVERYONE);

        assertRefused(Fault.ACADEMIC_DATE_INVALID, () -> adoptSince(TODAY.minusDays(30)));

        assertThat(adoptSince(TODAY.minusDays(29)).since()).isEqualTo(TODAY.minusDays(29));
        assertThat(adoptSince(TODAY.minusDays(30)).since())
                .as("of one that lasts")
                .isEqualTo(TODAY.minusDays(29));
    }

    @Test
    void a_role_begins_neither_in_the_future_nor_in_childhood() {
        assertThatThrownBy(() -> adoptSince(TODAY.plusDays(1)))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.ACADEMIC_DATE_INVALID);
                    assertThat(refused.where()).isEqualTo("startDate ≤ " + TODAY);
                });
        assertThatThrownBy(() -> adoptSince(BORN.plusYears(14).minusDays(1)))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.ACADEMIC_DATE_INVALID);
                    assertThat(refused.where()).isEqualTo("startDate");
                });

        assertThat(adoptSince(BORN.plusYears(14)).since()).isEqualTo(BORN.plusYears(14));
    }

    @Test
    void a_role_that_lasts_keeps_the_day_on_which_it_began() {
        adopt(STUDENT, BORN);

        assertThat(adoptSince(TODAY.minusDays(9)).since()).isEqualTo(TODAY);
    }

    private AcademicRole adopt(AcademicRole.Kind kind, LocalDate born) {
        return roles.adopt(new Identity(person, NAME, born), kind, null, partner, EVERYONE);
    }

    private AcademicRole adoptSince(LocalDate since) {
        return roles.adopt(new Identity(person, NAME, BORN), STUDENT, since, partner, EVERYONE);
    }
}
