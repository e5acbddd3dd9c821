package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

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
    boolean any(List<Sparse> changed, List<Sparse> others) {
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
    private static List<Sparse> togetherWith(Sparse row, List<Sparse> left) {
        var rows = new ArrayList<Sparse>();
        rows.add(row);
        var columns = new BitSet();
        row.markIn(columns);
        for (int before = 0; before < rows.size(); ) {
            before = rows.size();
            var touching = left.stream().filter(other -> other.touches(columns)).toList();
            touching.forEach(other -> other.markIn(columns));
            rows.addAll(touching);
            left.removeAll(touching);
        }
        return rows;
    }

    private boolean anyAmong(List<Sparse> rows) {
        var search = search(rows);
        return any(search, 0, new long[search.persons().length], 0, false);
    }

    /**
     * @param rows by columns, those being one that no row tells apart
     * @param settled of each row, the columns in which nothing changes behind it
     */
    private record Search(List<long[]> rows, int[] persons, List<List<Integer>> settled) {}

    private Search search(List<Sparse> rows) {
        var columns = new TreeMap<Integer, List<Long>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (int n = 0; n < row.size(); n++) {
                var column = columns.computeIfAbsent(row.place(n), place -> new ArrayList<>());
                column.add((long) i);
                column.add(row.factor(n));
            }
        }
        var merged = new LinkedHashMap<List<Long>, Integer>();
        columns.forEach((place, column) -> merged.merge(column, persons[place], Integer::sum));
        var found = new Search(
                new ArrayList<>(),
                merged.values().stream().mapToInt(Integer::intValue).toArray(),
                new ArrayList<>());
        rows.forEach(row -> {
            found.rows().add(new long[merged.size()]);
            found.settled().add(new ArrayList<>());
        });
        int column = 0;
        for (var entries : merged.keySet()) {
            int last = 0;
            for (int n = 0; n < entries.size(); n += 2) {
                last = entries.get(n).intValue();
                found.rows().get(last)[column] = entries.get(n + 1);
            }
            found.settled().get(last).add(column++);
        }
        return found;
    }

    /** @param begun whether a row stands in the sum; which of a sum and its negative is looked at does not matter */
    private boolean any(Search search, int decided, long[] sum, int surely, boolean begun) {
        int about = decided == 0 ? 0 : surely + settledPersons(search, decided - 1, sum);
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

    private static int settledPersons(Search search, int decided, long[] sum) {
        return search.settled().get(decided).stream()
                .filter(column -> sum[column] != 0)
                .mapToInt(column -> search.persons()[column])
                .sum();
    }

    private long[] with(long[] sum, long[] row, long factor) {
        var further = sum.clone();
        modulus.subtract(further, row, factor);
        return further;
    }
}
