package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be calculated from the numbers told, by any sums and differences (ADR 29). Each number is the sum of some
 * columns, a column being persons who are never told apart; those known span a space of sums. A further number is told
 * only if no sum then known is about persons fewer than the threshold: not one of them, and not their difference either.
 *
 * <p>The rows are kept in reduced echelon form, large columns first. So the rows that begin in a small column (below the
 * threshold) span all sums in which no large column is left, and only these can be about few.
 */
final class Ledger {
    /** KNOWN: it follows from what was told. ADDED: now it was told. TOO_FINE: it must not be. */
    enum Verdict {
        KNOWN,
        ADDED,
        TOO_FINE
    }

    private final int threshold;
    private final int[] persons;
    private final int[] places;
    private final Modulus modulus;
    private final List<long[]> rows;
    private final List<Integer> beginnings;

    /** @param persons of each column */
    Ledger(int[] persons, int threshold) {
        this.threshold = threshold;
        var order = IntStream.range(0, persons.length)
                .boxed()
                .filter(column -> persons[column] > 0)
                .sorted(Comparator.comparingInt((Integer column) -> -persons[column]))
                .toList();
        this.persons = order.stream().mapToInt(column -> persons[column]).toArray();
        this.places = new int[persons.length];
        Arrays.fill(places, -1);
        for (int place = 0; place < order.size(); place++) {
            places[order.get(place)] = place;
        }
        this.modulus = new Modulus();
        this.rows = new ArrayList<>();
        this.beginnings = new ArrayList<>();
    }

    private Ledger(Ledger of) {
        threshold = of.threshold;
        persons = of.persons;
        places = of.places;
        modulus = of.modulus;
        rows = new ArrayList<>(of.rows.stream().map(long[]::clone).toList());
        beginnings = new ArrayList<>(of.beginnings);
    }

    /** What is told to one does not change the other. */
    Ledger copy() {
        return new Ledger(this);
    }

    /** Was told already, so it is not judged. */
    void know(BitSet columns) {
        var row = reduced(columns);
        int beginning = beginning(row);
        if (beginning >= 0) {
            enter(row, beginning);
        }
    }

    boolean knows(BitSet columns) {
        return beginning(reduced(columns)) < 0;
    }

    Verdict tell(BitSet columns) {
        var row = reduced(columns);
        int beginning = beginning(row);
        if (beginning < 0) {
            return Verdict.KNOWN;
        }
        if (persons[beginning] < threshold && isolates(row, beginning)) {
            return Verdict.TOO_FINE;
        }
        enter(row, beginning);
        return Verdict.ADDED;
    }

    private long[] reduced(BitSet columns) {
        var row = new long[persons.length];
        columns.stream()
                .map(column -> places[column])
                .filter(place -> place >= 0)
                .forEach(place -> row[place] = 1);
        for (int i = 0; i < rows.size(); i++) {
            long factor = row[beginnings.get(i)];
            if (factor != 0) {
                modulus.subtract(row, rows.get(i), factor);
            }
        }
        int beginning = beginning(row);
        if (beginning >= 0) {
            modulus.scale(row, modulus.inverse(row[beginning]));
        }
        return row;
    }

    private static int beginning(long[] row) {
        for (int place = 0; place < row.length; place++) {
            if (row[place] != 0) {
                return place;
            }
        }
        return -1;
    }

    private void enter(long[] row, int beginning) {
        for (var other : rows) {
            if (other[beginning] != 0) {
                modulus.subtract(other, row, other[beginning]);
            }
        }
        rows.add(row);
        beginnings.add(beginning);
    }

    /** The rows are looked at as they will be, in their small columns. */
    private boolean isolates(long[] fresh, int beginning) {
        int large =
                (int) Arrays.stream(persons).filter(count -> count >= threshold).count();
        var small = Arrays.copyOfRange(fresh, large, persons.length);
        var changed = new ArrayList<long[]>();
        var others = new ArrayList<long[]>();
        changed.add(small);
        for (int i = 0; i < rows.size(); i++) {
            if (beginnings.get(i) >= large) {
                var row = Arrays.copyOfRange(rows.get(i), large, persons.length);
                long factor = rows.get(i)[beginning];
                if (factor == 0) {
                    others.add(row);
                } else {
                    modulus.subtract(row, small, factor);
                    changed.add(row);
                }
            }
        }
        return new SmallSums(modulus, Arrays.copyOfRange(persons, large, persons.length), threshold)
                .any(changed, others);
    }
}
