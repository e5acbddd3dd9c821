package dev.kapu.statistics;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks among all sums of rows for one about persons fewer than the threshold, whatever the factors: columns that are about
 * too many must cancel out, which leaves fewer sums; of the others each either cancels out, too, or counts. What there is
 * depends on the sums and the persons alone, and not on which rows span them.
 */
final class SmallSums {
    /** On doubt, deny. */
    private static final long MOST_WORK = 5_000_000;
    /** To find one, as much as so many products. */
    private static final int AN_INVERSE = 100;

    private final Modulus modulus;
    private final int[] persons;
    private final int threshold;
    private long work;

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
        work = 0;
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
        var places = new TreeSet<Integer>();
        rows.forEach(row -> {
            for (int n = 0; n < row.size(); n++) {
                places.add(row.place(n));
            }
        });
        var columns = new ArrayList<Column>();
        for (int place : places) {
            var factors = rows.stream().mapToLong(row -> row.at(place)).toArray();
            columns.add(new Column(factors, persons[place]));
        }
        return any(columns, rows.size(), threshold - 1);
    }

    /**
     * Persons who are counted alike in each sum.
     *
     * @param factors of each row
     */
    private record Column(long[] factors, int persons) {}

    /**
     * @param undecided columns that still can cancel out or count
     * @param rows that are left, and span all sums that are about nobody but who counts already
     * @param room for so many persons more
     */
    private boolean any(List<Column> undecided, int rows, int room) {
        var columns = together(undecided);
        int left = rows;
        while (isTooMany(columns, room)) {
            for (var many = first(columns, room); many.isPresent(); many = first(columns, room)) {
                columns = without(columns, many.get());
                left--;
                if (left == 0) {
                    return false;
                }
            }
            columns = together(columns);
        }
        if (columns.size() < left || work > MOST_WORK) {
            return true;
        }
        var largest =
                columns.stream().max(Comparator.comparingInt(Column::persons)).orElseThrow();
        var others = new ArrayList<>(columns);
        others.remove(largest);
        return any(others, left, room - largest.persons())
                || (left > 1 && any(without(columns, largest), left - 1, room));
    }

    private static boolean isTooMany(List<Column> columns, int room) {
        return first(columns, room).isPresent();
    }

    private static Optional<Column> first(List<Column> columns, int room) {
        return columns.stream().filter(column -> column.persons() > room).findFirst();
    }

    /** Columns that no sum tells apart, but by a factor, cancel out together or not at all. */
    private List<Column> together(List<Column> columns) {
        var merged = new LinkedHashMap<LongBuffer, Integer>();
        for (var column : columns) {
            var factors = column.factors().clone();
            work += AN_INVERSE + factors.length;
            modulus.scale(factors, modulus.inverse(factors[beginning(factors)]));
            merged.merge(LongBuffer.wrap(factors), column.persons(), Integer::sum);
        }
        return merged.entrySet().stream()
                .map(entry -> new Column(entry.getKey().array(), entry.getValue()))
                .toList();
    }

    /** Of the sums only those in which the column cancels out: one row less. Columns that then are in none are left out. */
    private List<Column> without(List<Column> columns, Column gone) {
        int row = beginning(gone.factors());
        var by = gone.factors().clone();
        modulus.scale(by, modulus.inverse(by[row]));
        work += (long) columns.size() * by.length;
        var left = new ArrayList<Column>();
        for (var column : columns) {
            var factors = less(column.factors(), row, by);
            if (beginning(factors) < factors.length) {
                left.add(new Column(factors, column.persons()));
            }
        }
        return left;
    }

    private long[] less(long[] factors, int row, long[] by) {
        var less = new long[factors.length - 1];
        for (int i = 0; i < less.length; i++) {
            int at = i < row ? i : i + 1;
            less[i] = factors[row] == 0 || by[at] == 0
                    ? factors[at]
                    : modulus.minus(factors[at], modulus.times(by[at], factors[row]));
        }
        return less;
    }

    /** @return the length if it has nothing */
    private static int beginning(long[] factors) {
        int at = 0;
        while (at < factors.length && factors[at] == 0) {
            at++;
        }
        return at;
    }
}
