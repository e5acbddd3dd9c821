package dev.kapu.statistics;

import static dev.kapu.statistics.Dimension.OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.TestRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons through the terms: what becomes of them, and that time gives nobody away (K25). */
@HubTest
class TermsTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private Statistics statistics;

    @Autowired
    private JdbcClient jdbc;

    private TestCohorts cohorts;

    @BeforeEach
    void cohorts() {
        cohorts = new TestCohorts(hub);
    }

    @Test
    void what_has_become_of_everybody_is_counted_from_term_to_term() {
        var all = cohorts.enter(30, 0, "7");
        var term = cohorts.counted(cohorts.autumn());
        cohorts.leave(all.subList(0, 2), cohorts.spring().minusDays(3));
        cohorts.move(all.subList(2, 5), cohorts.spring().minusDays(3));
        cohorts.counted(cohorts.spring());
        cohorts.nowIn("8", all.subList(10, 30));
        var late = cohorts.enter(4, 0, "8");
        cohorts.counted(cohorts.nextAutumn());

        assertThat(late).hasSize(4);
        assertThat(cohorts.outcomes(term)).isEqualTo(Map.of("new", 30));
        assertThat(cohorts.outcomes(cohorts.spring()))
                .isEqualTo(Map.of("stayed", 25, "left", 2, "changed-institution", 3));
        assertThat(cohorts.outcomes(cohorts.nextAutumn())).isEqualTo(Map.of("promoted", 20, "repeated", 8, "new", 4));
    }

    @Test
    void of_a_grade_its_number_counts_however_it_is_written() {
        var pupils = cohorts.enter(12, 0, "09.b");
        cohorts.enter(33, 0, "8");
        var term = cohorts.counted(cohorts.spring());

        assertThat(statistics.group(term, cohorts.cohort(Dimension.GRADE, "9"))).isEqualTo(10);
        cohorts.nowIn("9.a", pupils);
        cohorts.counted(cohorts.nextAutumn());
        assertThat(cohorts.outcomes(cohorts.nextAutumn())).isEqualTo(Map.of("repeated", 12 + 33));
    }

    @Test
    void a_number_that_is_no_grade_is_none() {
        cohorts.enter(12, 0, "00");
        cohorts.enter(33, 0, "8");
        var term = cohorts.counted(cohorts.autumn());

        assertThat(statistics.group(term, cohorts.cohort(Dimension.GRADE, "none")))
                .isEqualTo(10);
    }

    @Test
    void a_count_that_broke_off_goes_on_and_nothing_is_told_before_its_end() {
        cohorts.enter(30, 0, "7");
        var begun = cohorts.autumn();

        cohorts.begunWith(17, begun);
        cohorts.begunWith(5, begun);

        assertThat(statistics.terms()).doesNotContain(begun);
        assertRefused(() -> statistics.group(begun, cohorts.cohort()), Fault.STATISTICS_TERM_NOT_FOUND);
        cohorts.counted(begun);
        assertThat(cohorts.outcomes(begun)).isEqualTo(Map.of("new", 30));
    }

    @Test
    void what_was_begun_of_a_term_that_is_over_is_forgotten() {
        cohorts.enter(12, 0, "7");
        cohorts.begunWith(17, cohorts.autumn());

        cohorts.counted(cohorts.spring());

        assertThat(jdbc.sql("select count(*) from statistics_latest where term <> ?")
                        .param(cohorts.spring())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(cohorts.outcomes(cohorts.spring())).isEqualTo(Map.of("new", 12));
    }

    @Test
    void who_is_nowhere_after_a_primary_school_has_dropped_out_for_schooling_is_compulsory_beyond() {
        var pupils = cohorts.enter(12, 0, "8");
        cohorts.counted(cohorts.spring());
        cohorts.leave(pupils, cohorts.spring().plusMonths(4));
        cohorts.counted(cohorts.nextAutumn());

        assertThat(cohorts.outcomes(cohorts.nextAutumn())).isEqualTo(Map.of("left", 12));
    }

    @Test
    void who_leaves_after_the_last_grade_of_the_kind_has_finished() {
        jdbc.sql("update institution set kind = 'secondary' where code = ?")
                .param(cohorts.school().text())
                .update();
        var pupils = cohorts.enter(12, 0, "12");
        cohorts.counted(cohorts.spring());
        cohorts.leave(pupils, cohorts.spring().plusMonths(4));
        cohorts.counted(cohorts.nextAutumn());

        assertThat(cohorts.outcomes(cohorts.nextAutumn())).isEqualTo(Map.of("finished", 12));
    }

    @Test
    void two_who_were_one_are_found_under_the_id_that_stayed() {
        var pupils = cohorts.enter(12, 0, "7");
        cohorts.counted(cohorts.autumn());
        new TestRegistry(jdbc).merge(pupils.get(0), pupils.get(1));
        cohorts.counted(cohorts.spring());

        assertThat(cohorts.outcomes(cohorts.spring())).isEqualTo(Map.of("stayed", 11));
    }

    @Test
    void who_was_where_is_kept_of_the_latest_term_only_and_a_term_is_counted_once() {
        cohorts.enter(12, 0, "7");
        cohorts.counted(cohorts.autumn());
        cohorts.counted(cohorts.spring());
        cohorts.enter(5, 0, "7");
        cohorts.counted(cohorts.spring());

        assertThat(jdbc.sql("select distinct term::text from statistics_latest")
                        .query(String.class)
                        .list())
                .containsExactly(cohorts.spring().toString());
        assertThat(cohorts.outcomes(cohorts.spring())).isEqualTo(Map.of("stayed", 12));
    }

    @Test
    void the_cohort_is_told_by_terms_with_its_outcomes() {
        var pupils = cohorts.enter(60, 0, "7");
        cohorts.counted(cohorts.autumn());
        cohorts.leave(pupils.subList(0, 14), cohorts.spring().minusDays(3));
        cohorts.othersLeave(cohorts.spring().minusDays(3));
        cohorts.counted(cohorts.spring());

        var cohort = statistics.cohort(cohorts.entryYear(), Filter.ALL);

        assertThat(cohort)
                .extracting(term -> term.term() + " " + term.table().total() + " " + counts(term.table()))
                .as("drop-outs first; that nobody joined is told no more than that few did")
                .containsExactly(
                        cohorts.autumn() + " 60 [new 60]",
                        cohorts.spring()
                                + " null [new null, stayed null, promoted null, changed-institution null, left 15]");
    }

    private static List<String> counts(Table table) {
        return table.rows().stream()
                .map(row -> row.group().get(OUTCOME) + " " + row.count())
                .toList();
    }

    @Test
    void of_few_who_left_nobody_is_told_by_subtracting_terms() {
        var pupils = cohorts.enter(40, 0, "7");
        var autumn = cohorts.counted(cohorts.autumn());
        assertThat(statistics.group(autumn, cohorts.cohort())).isEqualTo(40);
        cohorts.leave(pupils.subList(0, 1), cohorts.spring().minusDays(3));
        var spring = cohorts.counted(cohorts.spring());

        assertRefused(() -> statistics.group(spring, cohorts.cohort(OUTCOME, "stayed")), Fault.STATISTICS_TOO_FINE);
        assertRefused(() -> statistics.group(spring, cohorts.cohort(OUTCOME, "left")), Fault.STATISTICS_TOO_FINE);
    }

    @Test
    void of_few_who_left_in_each_of_several_terms_nobody_is_told_by_subtracting_terms_far_apart() {
        var pupils = cohorts.enter(100, 0, "7");
        cohorts.counted(cohorts.autumn());
        assertThat(totals()).containsExactly(100);
        cohorts.leave(pupils.subList(0, 4), cohorts.spring().minusDays(3));
        cohorts.counted(cohorts.spring());
        cohorts.leave(pupils.subList(4, 7), cohorts.nextAutumn().minusDays(3));
        cohorts.counted(cohorts.nextAutumn());
        cohorts.counted(cohorts.nextSpring());

        assertThat(totals()).containsExactly(100, -1, -1, -1);
        assertRefused(() -> statistics.group(cohorts.nextSpring(), cohorts.cohort()), Fault.STATISTICS_TOO_FINE);
    }

    @Test
    void nor_by_terms_of_which_one_says_nothing() {
        var pupils = cohorts.enter(60, 0, "7");
        cohorts.counted(cohorts.autumn());
        cohorts.leave(pupils.subList(0, 30), cohorts.spring().minusDays(3));
        cohorts.counted(cohorts.spring());
        cohorts.counted(cohorts.nextAutumn());
        cohorts.comeBack(pupils.subList(0, 26), cohorts.nextSpring().minusDays(3));
        cohorts.counted(cohorts.nextSpring());

        assertThat(totals()).as("60 less 56 would be four").containsExactly(60, -1, -1, -1);
    }

    @Test
    void enough_newcomers_hide_who_left_and_the_number_is_told_again() {
        var pupils = cohorts.enter(100, 0, "7");
        cohorts.counted(cohorts.autumn());
        cohorts.leave(pupils.subList(0, 4), cohorts.spring().minusDays(3));
        cohorts.counted(cohorts.spring());
        var autumn = cohorts.counted(cohorts.nextAutumn());
        assertRefused(() -> statistics.group(autumn, Filter.ALL), Fault.STATISTICS_TOO_FINE);

        cohorts.enter(15, 0, "7");
        var spring = cohorts.counted(cohorts.nextSpring());

        assertThat(statistics.group(spring, Filter.ALL)).isGreaterThan(111);
    }

    private List<Integer> totals() {
        return statistics.cohort(cohorts.entryYear(), Filter.ALL).stream()
                .map(term -> Objects.requireNonNullElse(term.table().total(), -1))
                .toList();
    }

    @Test
    void of_an_earlier_term_only_what_was_told_is_told_again() {
        cohorts.enter(20, 25, "7");
        cohorts.enter(0, 30, "8");
        var autumn = cohorts.counted(cohorts.autumn());
        assertThat(statistics.group(autumn, cohorts.cohort(Dimension.SEX, "male")))
                .isEqualTo(55);
        cohorts.counted(cohorts.spring());

        assertThat(statistics.group(autumn, cohorts.cohort(Dimension.SEX, "male")))
                .isEqualTo(55);
        assertThat(statistics.group(autumn, cohorts.cohort(Dimension.SEX, "female")))
                .isEqualTo(20);
        assertRefused(
                () -> statistics.group(autumn, cohorts.cohort(Dimension.GRADE, "8")), Fault.STATISTICS_TERM_CLOSED);
        assertThat(statistics.terms()).startsWith(cohorts.spring(), autumn);
    }

    private static void assertRefused(ThrowingCallable question, Fault fault) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
