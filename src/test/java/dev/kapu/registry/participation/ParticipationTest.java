package dev.kapu.registry.participation;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.participation.Procedure.EXAM;
import static dev.kapu.registry.participation.Procedure.HIGHER_EDUCATION_ADMISSION;
import static dev.kapu.registry.participation.Procedure.SECONDARY_ADMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.participation.ParticipationStore.Days;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K24: whoever runs a procedure reaches those who take part, and only while it runs. */
@HubTest
class ParticipationTest {
    private static final List<Scope> PROCEDURES = List.of(
            Scope.APPLICANTS_OF_THIS_PROCEDURE, Scope.APPLICANTS_TO_HIGHER_EDUCATION, Scope.CANDIDATES_OF_THIS_EXAM);

    @Autowired
    private ParticipationStore participations;

    @Autowired
    private PersonStore persons;

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
    void each_procedure_reaches_its_own_participants_and_no_others() {
        assertThat(reaching(person)).isEmpty();

        participations.begin(person, SECONDARY_ADMISSION, TODAY, TODAY);
        assertThat(reaching(person)).containsExactly(Scope.APPLICANTS_OF_THIS_PROCEDURE);

        participations.begin(person, EXAM, TODAY, TODAY);
        assertThat(reaching(person)).containsExactly(Scope.APPLICANTS_OF_THIS_PROCEDURE, Scope.CANDIDATES_OF_THIS_EXAM);
        assertThat(reaching(registry.person())).isEmpty();
    }

    @Test
    void before_the_first_and_after_the_last_day_nobody_is_reached() {
        participations.begin(person, EXAM, TODAY.plusDays(1), TODAY.plusDays(9));
        participations.begin(person, SECONDARY_ADMISSION, TODAY.minusDays(9), TODAY.minusDays(1));

        assertThat(reaching(person)).isEmpty();
    }

    @Test
    void who_withdraws_is_out_of_reach_and_a_second_begin_only_prolongs() {
        participations.begin(person, HIGHER_EDUCATION_ADMISSION, TODAY.minusDays(5), TODAY);
        participations.begin(person, HIGHER_EDUCATION_ADMISSION, TODAY.minusDays(5), TODAY.minusDays(2));
        assertThat(reaching(person)).containsExactly(Scope.APPLICANTS_TO_HIGHER_EDUCATION);

        participations.withdraw(person, HIGHER_EDUCATION_ADMISSION, List.of());

        assertThat(reaching(person)).isEmpty();
    }

    @Test
    void who_withdraws_after_another_calendar_was_shortened_to_before_the_first_day_is_out_of_reach_too() {
        participations.begin(person, EXAM, TODAY, TODAY.plusDays(9));

        participations.withdraw(person, EXAM, List.of(new Days(TODAY, TODAY.minusDays(1))));

        assertThat(reaching(person)).isEmpty();
    }

    @Test
    void who_withdraws_from_one_of_two_stays_in_reach_for_the_other_and_no_longer() {
        participations.begin(person, EXAM, TODAY.minusDays(5), TODAY.plusDays(9));
        participations.begin(person, SECONDARY_ADMISSION, TODAY, TODAY);

        participations.withdraw(person, EXAM, List.of(new Days(TODAY.minusDays(5), TODAY)));

        assertThat(reaching(person)).containsExactly(Scope.APPLICANTS_OF_THIS_PROCEDURE, Scope.CANDIDATES_OF_THIS_EXAM);
        assertThat(persons.find(person, new Reach(Scope.CANDIDATES_OF_THIS_EXAM, null), TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void a_procedure_is_prolonged_for_those_of_it_who_began_with_it() {
        var all = List.of(person);
        participations.begin(person, EXAM, TODAY.minusDays(5), TODAY.minusDays(1));

        participations.prolong(all, EXAM, TODAY.minusDays(4), TODAY);
        assertThat(reaching(person)).as("another one").isEmpty();
        participations.prolong(List.of(), EXAM, TODAY.minusDays(5), TODAY);
        assertThat(reaching(person)).as("not of it").isEmpty();
        participations.prolong(all, EXAM, TODAY.minusDays(5), TODAY);

        assertThat(reaching(person)).containsExactly(Scope.CANDIDATES_OF_THIS_EXAM);
    }

    @Test
    void a_merger_takes_it_along_K1() {
        var survivor = registry.person();
        participations.begin(person, EXAM, TODAY, TODAY.plusDays(2));
        participations.begin(survivor, EXAM, TODAY, TODAY);

        registry.merge(person, survivor);

        assertThat(reaching(survivor)).containsExactly(Scope.CANDIDATES_OF_THIS_EXAM);
        assertThat(jdbc.sql("select ends - starts from participation where education_id in (?, ?)")
                        .params(person.number(), survivor.number())
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    private Stream<Scope> reaching(EducationId id) {
        return PROCEDURES.stream()
                .filter(scope -> persons.find(id, new Reach(scope, null), TODAY).isPresent());
    }
}
