package dev.kapu.statistics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Knows every number told, as exactly as if it were not rounded, and calculates with fractions. */
final class Attacker {
    private final int[] persons;
    private final List<Fraction[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** @param persons of each column; of those without anybody nothing can be learnt */
    Attacker(int[] persons) {
        this.persons = persons;
    }

    void learns(BitSet group) {
        var row = new Fraction[persons.length];
        for (int column = 0; column < row.length; column++) {
            row[column] = group.get(column) && persons[column] > 0 ? Fraction.of(1) : Fraction.ZERO;
        }
        for (int i = 0; i < rows.size(); i++) {
            subtract(row, rows.get(i), row[pivots.get(i)]);
        }
        IntStream.range(0, row.length)
                .filter(column -> !row[column].isZero())
                .findFirst()
                .ifPresent(pivot -> enter(row, pivot));
    }

    /** Of all groups there are, one of fewer than the threshold whose number can be calculated. */
    Optional<BitSet> isolated(int threshold) {
        var small = IntStream.range(0, persons.length)
                .filter(column -> persons[column] > 0 && persons[column] < threshold)
                .toArray();
        var equations = equations();
        for (int mask = 1; mask < 1 << small.length; mask++) {
            var group = new BitSet();
            int size = 0;
            for (int i = 0; i < small.length; i++) {
                if ((mask >> i & 1) != 0) {
                    group.set(small[i]);
                    size += persons[small[i]];
                }
            }
            if (size < threshold && equations.stream().allMatch(equation -> holds(equation, group))) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** What holds, as the sum over the columns of a group is zero, of exactly the groups that can be calculated. */
    private List<BigInteger[]> equations() {
        return IntStream.range(0, persons.length)
                .filter(column -> persons[column] > 0 && !pivots.contains(column))
                .mapToObj(this::equation)
                .toList();
    }

    private BigInteger[] equation(int free) {
        var scale = rows.stream()
                .map(row -> row[free].denominator())
                .reduce(BigInteger.ONE, (one, other) -> one.multiply(other).divide(one.gcd(other)));
        var equation = new BigInteger[persons.length];
        Arrays.fill(equation, BigInteger.ZERO);
        equation[free] = scale.negate();
        for (int i = 0; i < rows.size(); i++) {
            var value = rows.get(i)[free];
            equation[pivots.get(i)] = value.numerator().multiply(scale.divide(value.denominator()));
        }
        return equation;
    }

    private static boolean holds(BigInteger[] equation, BitSet group) {
        return group.stream()
                        .mapToObj(column -> equation[column])
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .signum()
                == 0;
    }

    private void enter(Fraction[] row, int pivot) {
        var first = row[pivot];
        for (int column = 0; column < row.length; column++) {
            row[column] = row[column].over(first);
        }
        for (var other : rows) {
            subtract(other, row, other[pivot]);
        }
        rows.add(row);
        pivots.add(pivot);
    }

    private static void subtract(Fraction[] target, Fraction[] source, Fraction factor) {
        if (!factor.isZero()) {
            for (int column = 0; column < target.length; column++) {
                if (!source[column].isZero()) {
                    target[column] = target[column].minus(factor.times(source[column]));
                }
            }
        }
    }
}
