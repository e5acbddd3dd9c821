package dev.kapu.statistics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** A sum that is about few of the columns: where it has anything, and what. Never changed. */
final class Sparse {
    private final int[] places;
    private final long[] factors;

    private Sparse(int[] places, long[] factors) {
        this.places = places;
        this.factors = factors;
    }

    static Sparse of(long[] sum) {
        var places =
                IntStream.range(0, sum.length).filter(place -> sum[place] != 0).toArray();
        return new Sparse(
                places, Arrays.stream(places).mapToLong(place -> sum[place]).toArray());
    }

    /** {@code this - factor · other}. */
    Sparse minus(Sparse other, long factor, Modulus modulus) {
        var at = new int[places.length + other.places.length];
        var left = new long[at.length];
        int size = 0;
        for (int mine = 0, theirs = 0; mine < places.length || theirs < other.places.length; ) {
            int place = Math.min(
                    mine < places.length ? places[mine] : Integer.MAX_VALUE,
                    theirs < other.places.length ? other.places[theirs] : Integer.MAX_VALUE);
            long value = 0;
            if (mine < places.length && places[mine] == place) {
                value = factors[mine++];
            }
            if (theirs < other.places.length && other.places[theirs] == place) {
                value = modulus.minus(value, modulus.times(factor, other.factors[theirs++]));
            }
            if (value != 0) {
                at[size] = place;
                left[size++] = value;
            }
        }
        return new Sparse(Arrays.copyOf(at, size), Arrays.copyOf(left, size));
    }

    int size() {
        return places.length;
    }

    int place(int number) {
        return places[number];
    }

    long factor(int number) {
        return factors[number];
    }

    long at(int place) {
        int number = Arrays.binarySearch(places, place);
        return number < 0 ? 0 : factors[number];
    }

    boolean touches(BitSet columns) {
        return Arrays.stream(places).anyMatch(columns::get);
    }

    void markIn(BitSet columns) {
        Arrays.stream(places).forEach(columns::set);
    }
}
