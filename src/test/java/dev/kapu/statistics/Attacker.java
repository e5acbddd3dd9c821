package dev.kapu.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Knows every number told, as exactly as if it were not rounded, and calculates with fractions: modulo a prime that the hub
 * does not use, so whatever can be calculated is found.
 */
final class Attacker {
    private static final long PRIME = Integer.MAX_VALUE;

    private final int[] persons;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** @param persons of each column, who are never told apart; of those without anybody nothing can be learnt */
    Attacker(int[] persons) {
        this.persons = persons;
    }

    void learns(BitSet group) {
        var row = new long[persons.length];
        group.stream().filter(column -> persons[column] > 0).forEach(column -> row[column] = 1);
        for (int i = 0; i < rows.size(); i++) {
            subtract(row, rows.get(i), row[pivots.get(i)]);
        }
        IntStream.range(0, row.length)
                .filter(column -> row[column] != 0)
                .findFirst()
                .ifPresent(pivot -> enter(row, pivot));
    }

    /** Of all groups there are, one of fewer than the threshold whose number can be calculated. */
    Optional<BitSet> isolated(int threshold) {
        var small = IntStream.range(0, persons.length)
                .filter(column -> persons[column] > 0 && persons[column] < threshold)
                .toArray();
        var equations = equations();
        var group = new BitSet();
        return isolates(small, 0, threshold - 1, group, equations, new long[equations.size()])
                ? Optional.of(group)
                : Optional.empty();
    }

    private boolean isolates(int[] small, int from, int room, BitSet group, List<long[]> equations, long[] sums) {
        for (int i = from; i < small.length; i++) {
            int column = small[i];
            if (persons[column] <= room) {
                var further = sums.clone();
                for (int n = 0; n < further.length; n++) {
                    further[n] = (further[n] + equations.get(n)[column]) % PRIME;
                }
                group.set(column);
                if (IntStream.range(0, further.length).allMatch(n -> further[n] == 0)
                        || isolates(small, i + 1, room - persons[column], group, equations, further)) {
                    return true;
                }
                group.clear(column);
            }
        }
        return false;
    }

    /** What holds, as the sum over the columns of a group is zero, of exactly the groups that can be calculated. */
    private List<long[]> equations() {
        return IntStream.range(0, persons.length)
                .filter(column -> persons[column] > 0 && !pivots.contains(column))
                .mapToObj(this::equation)
                .toList();
    }

    private long[] equation(int free) {
        var equation = new long[persons.length];
        equation[free] = PRIME - 1;
        for (int i = 0; i < rows.size(); i++) {
            equation[pivots.get(i)] = rows.get(i)[free];
        }
        return equation;
    }

    private void enter(long[] row, int pivot) {
        long inverse = inverse(row[pivot]);
        for (int column = 0; column < row.length; column++) {
            row[column] = row[column] * inverse % PRIME;
        }
        for (var other : rows) {
            subtract(other, row, other[pivot]);
        }
        rows.add(row);
        pivots.add(pivot);
    }

    private static void subtract(long[] target, long[] source, long factor) {
        if (factor != 0) {
            for (int column = 0; column < target.length; column++) {
                target[column] = Math.floorMod(target[column] - factor * source[column], PRIME);
            }
        }
    }

    private static long inverse(long of) {
        long inverse = 1;
        long power = of;
        for (long left = PRIME - 2; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                inverse = inverse * power % PRIME;
            }
            power = power * power % PRIME;
        }
        return inverse;
    }
}
