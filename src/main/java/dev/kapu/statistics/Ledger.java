package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What can be calculated from the numbers told, by any sums and differences (ADR 29). Each number is the sum of some
 * columns, a column being persons who are never told apart; those known span a space of sums. A further number is told
 * only if no sum then known is about persons fewer than the threshold: not one of them, and not their difference either.
 * Nobody is fewer: a column in which somebody could be, and nobody is, counts, so that a refusal does not say whether it
 * is because of few or of none (ADR 43).
 *
 * <p>The rows are in reduced echelon form, large columns first, and empty ones last. So the rows that begin in a small
 * column (below the threshold) span all sums in which no large column is left, and only these can be about few; whoever
 * would begin in an empty one is refused. A row is kept as what has to
 * be added up of the groups told, which takes as many numbers as there are groups; columns, of which there are tens of
 * thousands, are written out only for the few rows that begin in a small one.
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
    private final int large;
    private final int empty;
    private final Modulus modulus;
    private final List<Sum> told;
    private final List<Row> rows;

    /**
     * Nothing of it ever changes, so that copies of the ledger share it.
     *
     * @param factors of the groups told; of those told later, none
     * @param small null if it begins in a large column
     */
    private record Row(
            int beginning, long[] factors, @Nullable Sparse small) {}

    /** @param sum by places; beginning −1: nothing is left, it follows from what was told */
    private record Fresh(Sum group, long[] factors, long[] sum, int beginning) {}

    /** @param persons of each column */
    Ledger(int[] persons, int threshold) {
        this.threshold = threshold;
        var order = IntStream.range(0, persons.length)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer column) -> persons[column] >= threshold ? 0 : persons[column] > 0 ? 1 : 2))
                .toList();
        this.persons = order.stream().mapToInt(column -> persons[column]).toArray();
        this.places = new int[persons.length];
        for (int place = 0; place < order.size(); place++) {
            places[order.get(place)] = place;
        }
        this.large = (int)
                Arrays.stream(this.persons).filter(count -> count >= threshold).count();
        this.empty =
                (int) Arrays.stream(this.persons).filter(count -> count > 0).count();
        this.modulus = new Modulus();
        this.told = new ArrayList<>();
        this.rows = new ArrayList<>();
    }

    private Ledger(Ledger of) {
        threshold = of.threshold;
        persons = of.persons;
        places = of.places;
        large = of.large;
        empty = of.empty;
        modulus = of.modulus;
        told = new ArrayList<>(of.told);
        rows = new ArrayList<>(of.rows);
    }

    /** What is told to one does not change the other. */
    Ledger copy() {
        return new Ledger(this);
    }

    /** Was told already, so it is not judged. */
    void know(Sum columns) {
        var fresh = reduced(columns);
        if (fresh.beginning() >= 0) {
            enter(fresh);
        }
    }

    boolean knows(Sum columns) {
        return reduced(columns).beginning() < 0;
    }

    Verdict tell(Sum columns) {
        var fresh = reduced(columns);
        if (fresh.beginning() < 0) {
            return Verdict.KNOWN;
        }
        if (fresh.beginning() >= empty || (fresh.beginning() >= large && isolates(fresh))) {
            return Verdict.TOO_FINE;
        }
        enter(fresh);
        return Verdict.ADDED;
    }

    private Fresh reduced(Sum columns) {
        var group = columns.placed(column -> places[column]);
        var factors = new long[told.size() + 1];
        for (var row : rows) {
            int factor = group.at(row.beginning());
            if (factor != 0) {
                modulus.subtract(factors, row.factors(), modulus.plus(factor, 0));
            }
        }
        factors[told.size()] = 1;
        var sum = new long[persons.length];
        for (int i = 0; i < told.size(); i++) {
            add(sum, told.get(i), factors[i]);
        }
        add(sum, group, 1);
        int beginning = beginning(sum);
        if (beginning >= 0) {
            long inverse = modulus.inverse(sum[beginning]);
            modulus.scale(factors, inverse);
            modulus.scale(sum, inverse);
        }
        return new Fresh(group, factors, sum, beginning);
    }

    private void add(long[] sum, Sum group, long factor) {
        if (factor != 0) {
            add(sum, group.added(), factor);
            add(sum, group.takenAway(), modulus.minus(0, factor));
        }
    }

    private void add(long[] sum, BitSet places, long factor) {
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            sum[place] = modulus.plus(sum[place], factor);
        }
    }

    private static int beginning(long[] sum) {
        for (int place = 0; place < sum.length; place++) {
            if (sum[place] != 0) {
                return place;
            }
        }
        return -1;
    }

    private void enter(Fresh fresh) {
        var small = fresh.beginning() >= large && fresh.beginning() < empty ? ofPersons(fresh) : null;
        var touching = IntStream.range(0, told.size())
                .filter(i -> told.get(i).at(fresh.beginning()) != 0)
                .toArray();
        rows.replaceAll(row -> without(fresh, small, row, at(row, fresh.beginning(), touching)));
        told.add(fresh.group());
        rows.add(new Row(fresh.beginning(), fresh.factors(), small));
    }

    /** Where nobody is, it makes no difference to whom it is about. */
    private Sparse ofPersons(Fresh fresh) {
        return Sparse.of(Arrays.copyOf(fresh.sum(), empty));
    }

    /** @return what the row has where a further one begins: of the groups told, only these have anything there */
    private long at(Row row, int beginning, int[] touching) {
        long sum = 0;
        for (int i : touching) {
            if (i < row.factors().length) {
                sum = told.get(i).at(beginning) > 0
                        ? modulus.plus(sum, row.factors()[i])
                        : modulus.minus(sum, row.factors()[i]);
            }
        }
        return sum;
    }

    private Row without(Fresh fresh, @Nullable Sparse freshSmall, Row row, long factor) {
        if (factor == 0) {
            return row;
        }
        var factors = Arrays.copyOf(row.factors(), fresh.factors().length);
        modulus.subtract(factors, fresh.factors(), factor);
        var small = row.small() == null || freshSmall == null
                ? row.small()
                : row.small().minus(freshSmall, factor, modulus);
        return new Row(row.beginning(), factors, small);
    }

    /** The rows are looked at as they will be. */
    private boolean isolates(Fresh fresh) {
        var small = ofPersons(fresh);
        var changed = new ArrayList<Sparse>();
        var others = new ArrayList<Sparse>();
        changed.add(small);
        for (var row : rows) {
            if (row.small() != null) {
                long factor = row.small().at(fresh.beginning());
                if (factor == 0) {
                    others.add(row.small());
                } else {
                    changed.add(row.small().minus(small, factor, modulus));
                }
            }
        }
        return new SmallSums(modulus, persons, threshold).any(changed, others);
    }
}
