package dev.kapu.statistics;

import static dev.kapu.statistics.Dimension.ENTRY_YEAR;
import static dev.kapu.statistics.Dimension.GRADE;
import static dev.kapu.statistics.Dimension.OUTCOME;
import static dev.kapu.statistics.Dimension.SEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** K25: what is told of a term, and what is not. */
@HubTest
class StatisticsTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private Statistics statistics;

    private TestCohorts cohorts;

    @BeforeEach
    void cohorts() {
        cohorts = new TestCohorts(hub);
    }

    @Test
    void a_number_is_rounded_to_five() {
        cohorts.enter(23, 37, "7");
        var term = cohorts.counted(cohorts.autumn());

        assertThat(statistics.group(term, cohorts.cohort())).isEqualTo(60);
        assertThat(statistics.group(term, cohorts.cohort(SEX, "female"))).isEqualTo(25);
        assertThat(statistics.group(term, cohorts.cohort(SEX, "male"))).isEqualTo(35);
    }

    @Test
    void a_group_under_ten_is_refused_and_one_of_nobody_alike() {
        cohorts.enter(9, 0, "7");
        var term = cohorts.counted(cohorts.autumn());

        assertRefused(() -> statistics.group(term, cohorts.cohort()), Fault.STATISTICS_TOO_FINE);
        assertRefused(() -> statistics.group(term, cohorts.cohort(GRADE, "8")), Fault.STATISTICS_TOO_FINE);
    }

    @Test
    void what_differs_by_four_from_a_standard_table_is_refused() {
        cohorts.enter(40, 4, "7");
        var term = cohorts.counted(cohorts.autumn());

        assertThat(statistics.group(term, cohorts.cohort())).isEqualTo(45);
        assertRefused(() -> statistics.group(term, cohorts.cohort(SEX, "female")), Fault.STATISTICS_TOO_FINE);
        assertRefused(() -> statistics.group(term, cohorts.cohort(SEX, "male")), Fault.STATISTICS_TOO_FINE);
    }

    @Test
    void a_small_row_is_suppressed_and_the_next_one_with_it() {
        cohorts.enter(30, 0, "7");
        cohorts.enter(15, 0, "8");
        cohorts.enter(4, 0, "9");
        var term = cohorts.counted(cohorts.autumn());

        var table = statistics.table(term, cohorts.cohort(), Set.of(GRADE));

        assertThat(table.total()).isEqualTo(50);
        assertThat(rows(table))
                .hasSize(15)
                .contains("{GRADE=7} 30", "{GRADE=8} null", "{GRADE=9} null", "{GRADE=1} null");
    }

    @Test
    void of_the_only_one_no_question_says_what_became_of_them_nor_a_difference() {
        cohorts.enter(30, 30, "7");
        cohorts.enterAlone("8");
        var term = cohorts.counted(cohorts.autumn());
        var entered = Integer.toString(cohorts.entryYear() - 1);
        var otherYears = new HashSet<>(Values.of(ENTRY_YEAR, term));
        otherYears.remove(entered);

        assertThat(statistics.group(term, Filter.ALL.with(GRADE, "9")))
                .as("of many")
                .isGreaterThan(20);
        for (var grade : Values.of(GRADE, term)) {
            var all = Filter.ALL.with(GRADE, grade);
            assertRefused(() -> statistics.group(term, all.with(ENTRY_YEAR, entered)), Fault.STATISTICS_TOO_FINE);
            assertRefused(
                    () -> statistics.group(term, new Filter(Map.of(GRADE, Set.of(grade), ENTRY_YEAR, otherYears))),
                    Fault.STATISTICS_TOO_FINE);
        }
    }

    @Test
    void what_nobody_can_be_is_no_secret() {
        cohorts.enter(44, 0, "7");
        var term = cohorts.counted(cohorts.autumn());

        assertThat(statistics.group(term, cohorts.cohort(OUTCOME, "promoted"))).isZero();
        assertThat(statistics.table(term, cohorts.cohort(), Set.of(OUTCOME)).rows())
                .as("who entered since the term before is new")
                .extracting(Table.Row::group)
                .containsExactly(Map.of(OUTCOME, "new"));
    }

    @Test
    void a_table_by_two_dimensions_has_margins_and_is_suppressed_along_rows_and_columns() {
        cohorts.enter(30, 30, "7");
        cohorts.enter(20, 4, "8");
        var term = cohorts.counted(cohorts.autumn());

        var table = statistics.table(term, cohorts.cohort(), Set.of(SEX, GRADE));

        assertThat(rows(table))
                .as("beside a grade in which nobody is, the smallest other is kept back, too")
                .contains(
                        "{GRADE=7} 60",
                        "{GRADE=8} null",
                        "{SEX=female} 50",
                        "{SEX=male} 35",
                        "{SEX=female, GRADE=7} null",
                        "{SEX=male, GRADE=7} null",
                        "{SEX=female, GRADE=8} null",
                        "{SEX=male, GRADE=8} null");
    }

    @Test
    void after_a_restart_everything_told_is_remembered() {
        threeGrades();
        var term = cohorts.counted(cohorts.autumn());
        assertThat(statistics.group(term, cohorts.cohort(GRADE, "7"))).isEqualTo(20);

        var restarted = restarted();

        assertThat(restarted.group(term, cohorts.cohort(GRADE, "7"))).isEqualTo(20);
        var others = Values.of(GRADE, term).stream().filter(grade -> !grade.equals("7"));
        assertThat(restarted.group(term, cohorts.cohort(GRADE, others.toArray(String[]::new))))
                .isEqualTo(25);
        assertRefused(() -> restarted.group(term, cohorts.cohort(GRADE, "9")), Fault.STATISTICS_TOO_FINE);
    }

    @Test
    void what_another_node_has_told_is_seen_at_once() {
        threeGrades();
        var term = cohorts.counted(cohorts.autumn());
        var other = restarted();
        other.group(term, cohorts.cohort());
        statistics.group(term, cohorts.cohort());

        assertThat(other.group(term, cohorts.cohort(GRADE, "9"))).isEqualTo(20);

        assertRefused(() -> statistics.group(term, cohorts.cohort(GRADE, "7")), Fault.STATISTICS_TOO_FINE);
    }

    @Test
    void of_two_questions_at_the_same_moment_that_together_would_give_four_away_one_is_answered() {
        threeGrades();
        var term = cohorts.counted(cohorts.autumn());

        var answered = Stream.of("7", "9")
                .map(grade -> CompletableFuture.supplyAsync(() -> isAnswered(term, cohorts.cohort(GRADE, grade))))
                .toList();

        assertThat(answered.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void a_term_that_was_not_counted_and_values_that_are_none_are_faults() {
        cohorts.enter(12, 0, "7");
        var term = cohorts.counted(cohorts.autumn());

        assertRefused(() -> statistics.group(term.plusDays(1), cohorts.cohort()), Fault.STATISTICS_TERM_NOT_FOUND);
        assertRefused(() -> statistics.group(term, cohorts.cohort(GRADE, "15")), Fault.STATISTICS_VALUE_UNKNOWN);
        assertRefused(() -> statistics.cohort(1950, Filter.ALL), Fault.STATISTICS_VALUE_UNKNOWN);
        assertRefused(() -> statistics.cohort(cohorts.entryYear(), cohorts.cohort()), Fault.INVALID);
    }

    /** Either seventh or ninth grade may be told, both not. */
    private void threeGrades() {
        cohorts.enter(20, 0, "7");
        cohorts.enter(4, 0, "8");
        cohorts.enter(20, 0, "9");
    }

    private Statistics restarted() {
        var books = new Books(
                hub.getBean(StatisticsStore.class),
                hub.getBean(StatisticsProperties.class),
                hub.getBean(PlatformTransactionManager.class));
        return new Statistics(
                books,
                hub.getBean(StatisticsStore.class),
                hub.getBean(Snapshots.class),
                hub.getBean(StatisticsProperties.class));
    }

    private boolean isAnswered(LocalDate term, Filter filter) {
        try {
            return statistics.group(term, filter) > 0;
        } catch (FaultException refused) {
            assertThat(refused.fault()).isEqualTo(Fault.STATISTICS_TOO_FINE);
            return false;
        }
    }

    private static List<String> rows(Table table) {
        return table.rows().stream().map(row -> row.group() + " " + row.count()).toList();
    }

    private static void assertRefused(ThrowingCallable question, Fault fault) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
