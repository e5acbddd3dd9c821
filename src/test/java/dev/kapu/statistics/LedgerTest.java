package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.statistics.Ledger.Verdict;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told and what is refused, with a threshold of ten. */
class LedgerTest {
    private final Ledger ledger = new Ledger(new int[] {100, 50, 4, 7, 0, 12}, 10);

    @Test
    void a_group_under_the_threshold_is_refused_and_one_of_ten_is_told() {
        assertThat(ledger.tell(group(2))).isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.tell(group(2, 4))).isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.tell(group(2, 3))).isEqualTo(Verdict.ADDED);
    }

    @Test
    void a_group_that_differs_from_one_that_was_told_by_fewer_than_ten_persons_is_refused() {
        assertThat(ledger.tell(group(0, 1, 2))).isEqualTo(Verdict.ADDED);

        assertThat(ledger.tell(group(0, 1))).as("less four").isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.tell(group(0, 1, 2, 3))).as("and seven").isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.tell(group(0, 1, 2, 5))).as("and twelve").isEqualTo(Verdict.ADDED);
    }

    @Test
    void it_is_refused_if_the_two_differ_in_both_directions_by_fewer_than_ten_together() {
        var other = new Ledger(new int[] {100, 4, 5}, 10);
        assertThat(other.tell(group(0, 1))).isEqualTo(Verdict.ADDED);

        assertThat(other.tell(group(0, 2))).isEqualTo(Verdict.TOO_FINE);
    }

    @Test
    void what_was_taken_away_from_a_number_is_judged_as_what_was_added() {
        assertThat(ledger.tell(new Sum(columns(0), columns(3)))).isEqualTo(Verdict.ADDED);

        assertThat(ledger.tell(group(0))).as("less seven").isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.tell(new Sum(columns(0), columns(3, 5))))
                .as("less twelve")
                .isEqualTo(Verdict.ADDED);
        assertThat(ledger.tell(group(5))).isEqualTo(Verdict.KNOWN);
        assertThat(ledger.tell(new Sum(columns(5), columns(0)))).isEqualTo(Verdict.TOO_FINE);
    }

    @Test
    void a_small_group_that_three_numbers_together_would_give_away_is_refused() {
        assertThat(ledger.tell(group(0, 1, 2, 5))).isEqualTo(Verdict.ADDED);
        assertThat(ledger.tell(group(0))).isEqualTo(Verdict.ADDED);
        assertThat(ledger.tell(group(1))).isEqualTo(Verdict.ADDED);

        assertThat(ledger.tell(group(5))).isEqualTo(Verdict.TOO_FINE);
    }

    @Test
    void a_number_that_splits_what_was_told_is_judged_by_both_parts() {
        var five = new Ledger(new int[] {5, 5, 4, 1}, 10);
        assertThat(five.tell(group(0, 1, 2, 3))).isEqualTo(Verdict.ADDED);

        assertThat(five.tell(group(1, 2, 3))).as("ten, and five are left").isEqualTo(Verdict.TOO_FINE);
    }

    @Test
    void what_follows_from_what_was_told_is_told_again() {
        ledger.tell(group(0, 1));
        ledger.tell(group(0));

        assertThat(ledger.tell(group(0))).isEqualTo(Verdict.KNOWN);
        assertThat(ledger.tell(group(1))).isEqualTo(Verdict.KNOWN);
        assertThat(ledger.knows(group(5))).isFalse();
    }

    @Test
    void nobody_is_as_few_as_few_whether_asked_for_or_the_difference() {
        assertThat(ledger.tell(group(4))).isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.tell(group(0, 1))).isEqualTo(Verdict.ADDED);

        assertThat(ledger.tell(group(0, 1, 4))).isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.knows(group(0, 1, 4))).isFalse();
        assertThat(ledger.tell(group(0, 1, 4, 5))).as("and twelve").isEqualTo(Verdict.ADDED);
        assertThat(ledger.tell(group(5))).as("but not the empty ones").isEqualTo(Verdict.TOO_FINE);
    }

    @Test
    void a_sum_that_counts_somebody_twice_is_about_them_too() {
        var three = new Ledger(new int[] {40, 50, 60, 3, 4}, 10);
        assertThat(three.tell(group(0, 3, 4))).isEqualTo(Verdict.ADDED);
        assertThat(three.tell(group(1, 4))).isEqualTo(Verdict.ADDED);

        assertThat(three.tell(new Sum(columns(0, 1), columns(3))))
                .as("less both, it is three twice and four twice")
                .isEqualTo(Verdict.TOO_FINE);
    }

    @Test
    void a_refusal_changes_nothing_and_a_copy_leaves_the_original() {
        assertThat(ledger.tell(group(0, 2))).isEqualTo(Verdict.ADDED);
        ledger.copy().tell(group(1, 3));

        assertThat(ledger.tell(group(0))).isEqualTo(Verdict.TOO_FINE);
        assertThat(ledger.knows(group(0))).isFalse();
        assertThat(ledger.knows(group(1, 3))).isFalse();
    }

    @Test
    void what_takes_too_long_to_judge_is_refused() {
        var ones = new int[60];
        Arrays.fill(ones, 1);
        var crowd = new Ledger(ones, 10);
        var dice = new Random(7);

        int refused = 0;
        for (int i = 0; i < 60; i++) {
            var group = new BitSet();
            dice.ints(30, 0, 60).forEach(group::set);
            refused += crowd.tell(Sum.of(group)) == Verdict.TOO_FINE ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void of_twenty_thousand_columns_and_hundreds_of_sums_a_thousand_copies_find_room() {
        var crowd = new int[20_000];
        Arrays.fill(crowd, 30);
        var large = new Ledger(crowd, 10);
        for (int i = 0; i < 390; i++) {
            var group = new BitSet();
            group.set(i * 50, i * 50 + 75);
            large.tell(Sum.of(group));
        }

        var copies = IntStream.range(0, 1000).mapToObj(i -> large.copy()).toList();

        assertThat(copies).allSatisfy(copy -> assertThat(copy.knows(group())).isTrue());
        var first = new BitSet();
        first.set(0, 75);
        assertThat(copies.get(999).knows(Sum.of(first))).isTrue();
    }

    private static Sum group(int... columns) {
        return Sum.of(columns(columns));
    }

    private static BitSet columns(int... columns) {
        var group = new BitSet();
        for (int column : columns) {
            group.set(column);
        }
        return group;
    }
}
