package dev.kapu.highereducation;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.highereducation.TestRounds.OPEN;
import static dev.kapu.registry.TestRegistry.BORN;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K24: an applicant is in reach of the admissions from the registration until the round is over. */
@HubTest
class UniversityApplicantsTest {
    private static final String PARTNER = "higher-education-admissions";
    private static final PersonName NAME = new PersonName("Kovács", "Anna");
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final Reach APPLICANTS = new Reach(Scope.APPLICANTS_TO_HIGHER_EDUCATION, null);

    @Autowired
    private UniversityApplicants applicants;

    @Autowired
    private HigherEducationFile file;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private EducationId person;

    @BeforeEach
    void aPerson() {
        registry = new TestRegistry(jdbc);
        person = registry.person();
    }

    @Test
    void who_applies_is_read_by_the_admissions_until_the_round_is_over_and_nobody_else_is() {
        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(person, OPEN, APPLICANTS));

        register(person, BORN, OPEN);

        assertThat(applicants.find(person, OPEN, APPLICANTS).educationId()).isEqualTo(person);
        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(registry.person(), OPEN, APPLICANTS));
        assertThat(jdbc.sql("select ends from participation where education_id = ?")
                        .param(person.number())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(applicants.lastDay(OPEN));
    }

    @Test
    void a_wrong_birth_date_and_an_unknown_id_are_answered_alike_and_open_nobody() {
        assertRefused(Fault.PERSON_NOT_FOUND, () -> register(person, BORN.plusDays(1), OPEN));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> register(TestRegistry.freeId(), BORN, OPEN));

        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(person, OPEN, APPLICANTS));
    }

    @Test
    void of_another_round_the_applicant_is_answered_as_unknown() {
        register(person, BORN, OPEN);
        var another = new AdmissionRound(OPEN.year() + 1, OPEN.kind());

        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(person, another, APPLICANTS));
        assertThatThrownBy(() -> register(person, BORN, another))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.ADMISSION_ROUND_CLOSED);
                    assertThat(refused.where()).endsWith(" – " + applicants.lastDay(another));
                });
    }

    @Test
    void registered_twice_it_is_one_application_also_over_a_merger_K1() {
        register(person, BORN, OPEN);
        var survivor = registry.person();
        registry.merge(person, survivor);

        var second = register(survivor, BORN, OPEN);

        assertThat(second.educationId()).isEqualTo(survivor);
        assertThat(jdbc.sql("select count(*) from university_application where education_id in (?, ?)")
                        .params(person.number(), survivor.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(applicants.find(person, OPEN, APPLICANTS).educationId()).isEqualTo(survivor);
    }

    @Test
    void who_withdraws_is_answered_as_an_unknown_person_and_may_apply_again() {
        register(person, BORN, OPEN);

        var withdrawn = applicants.withdraw(person, OPEN, PARTNER, APPLICANTS);

        assertThat(withdrawn.withdrawal()).isNotNull();
        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(person, OPEN, APPLICANTS));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.withdraw(person, OPEN, PARTNER, APPLICANTS));
        register(person, BORN, OPEN);
        assertThat(applicants.find(person, OPEN, APPLICANTS).educationId()).isEqualTo(person);
        assertThat(file.about(List.of(person)))
                .as("nothing is deleted (K27)")
                .extracting(record -> record.data().getOrDefault("withdrawnBy", ""))
                .containsExactly(PARTNER, "");
    }

    @Test
    void another_round_keeps_the_applicant_in_reach_until_it_is_over() {
        register(person, BORN, OPEN);
        var other = new AdmissionRound(OPEN.year(), AdmissionRound.Kind.SUPPLEMENTARY);
        applies(other);

        applicants.withdraw(person, OPEN, PARTNER, APPLICANTS);

        assertThat(applicants.find(person, other, APPLICANTS).educationId()).isEqualTo(person);
        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(person, OPEN, APPLICANTS));
        assertThat(jdbc.sql("select max(ends) from participation where education_id = ?")
                        .param(person.number())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(applicants.lastDay(other));
    }

    @Test
    void who_withdraws_after_a_merger_has_withdrawn_all_applications_of_the_round_K1() {
        register(person, BORN, OPEN);
        var survivor = registry.person();
        register(survivor, BORN, OPEN);
        registry.merge(person, survivor);

        var withdrawn = applicants.withdraw(person, OPEN, PARTNER, APPLICANTS);

        assertThat(withdrawn.educationId()).isEqualTo(survivor);
        assertRefused(Fault.PERSON_NOT_FOUND, () -> applicants.find(survivor, OPEN, APPLICANTS));
    }

    /** Also where the round is not open today. */
    private void applies(AdmissionRound round) {
        jdbc.sql("""
                insert into university_application (education_id, round, registered_by, registered_at)
                values (?, ?, ?, now())""").params(person.number(), round.text(), PARTNER).update();
    }

    private UniversityApplication register(EducationId id, LocalDate born, AdmissionRound round) {
        return applicants.register(new Identity(id, NAME, born), round, PARTNER, EVERYONE);
    }
}
