package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks among the sums of rows in reduced echelon form for one about persons fewer than the threshold. In a sum that counts
 * each person once, or as a difference, each row stands plainly, negated or not at all, since where it begins no other row
 * has anything; so these are all that there are to look at.
 */
final class SmallSums {
    /** On doubt, deny. */
    private static final int MOST_STEPS = 20_000;

    private final Modulus modulus;
    private final int[] persons;
    private final int threshold;
    private int steps;

    /** @param persons of each column of the rows */
    SmallSums(Modulus modulus, int[] persons, int threshold) {
        this.modulus = modulus;
        this.persons = persons;
        this.threshold = threshold;
    }

    /**
     * @param changed rows that were not there before; sums of the others alone have been looked at
     * @return whether there is one, or it would take too long to say
     */
    boolean any(List<long[]> changed, List<long[]> others) {
        var left = new ArrayList<>(others);
        left.addAll(changed);
        steps = 0;
        for (var row : changed) {
            if (left.remove(row) && anyAmong(togetherWith(row, left))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Rows that share no column with these, however indirectly, take nobody away from a sum.
     *
     * @param left those found are taken away
     */
    private static List<long[]> togetherWith(long[] row, List<long[]> left) {
        var rows = new ArrayList<long[]>();
        rows.add(row);
        for (int i = 0; i < rows.size(); i++) {
            var reached = rows.get(i);
            var touching = left.stream().filter(other -> share(reached, other)).toList();
            rows.addAll(touching);
            left.removeAll(touching);
        }
        return rows;
    }

    private static boolean share(long[] one, long[] other) {
        for (int column = 0; column < one.length; column++) {
            if (one[column] != 0 && other[column] != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean anyAmong(List<long[]> rows) {
        return any(new Search(rows, settled(rows)), 0, new long[persons.length], 0, false);
    }

    /** @param settled of each row, the columns in which nothing changes behind it */
    private record Search(List<long[]> rows, List<List<Integer>> settled) {}

    private List<List<Integer>> settled(List<long[]> rows) {
        var settled = new ArrayList<List<Integer>>();
        rows.forEach(row -> settled.add(new ArrayList<>()));
        for (int column = 0; column < persons.length; column++) {
            int last = -1;
            for (int i = 0; i < rows.size(); i++) {
                last = rows.get(i)[column] == 0 ? last : i;
            }
            if (last >= 0) {
                settled.get(last).add(column);
            }
        }
        return settled;
    }

    /** @param begun whether a row stands in the sum; which of a sum and its negative is looked at does not matter */
    private boolean any(Search search, int decided, long[] sum, int surely, boolean begun) {
        int about = decided == 0 ? 0 : surely + settledPersons(search.settled().get(decided - 1), sum);
        if (about >= threshold) {
            return false;
        }
        if (decided == search.rows().size()) {
            return begun;
        }
        if (++steps > MOST_STEPS) {
            return true;
        }
        var row = search.rows().get(decided);
        return any(search, decided + 1, sum, about, begun)
                || any(search, decided + 1, with(sum, row, modulus.minus(0, 1)), about, true)
                || (begun && any(search, decided + 1, with(sum, row, 1), about, true));
    }

    private int settledPersons(List<Integer> columns, long[] sum) {
        return columns.stream()
                .filter(column -> sum[column] != 0)
                .mapToInt(column -> persons[column])
                .sum();
    }

    private long[] with(long[] sum, long[] row, long factor) {
        var further = sum.clone();
        modulus.subtract(further, row, factor);
        return further;
    }
}
