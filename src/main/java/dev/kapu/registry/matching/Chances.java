package dev.kapu.registry.matching;

import java.util.List;

/** The probability of each level of each field within one class of pairs. */
final class Chances {
    private static final double LEAST = 1e-7;
    private final double[][] of;

    private Chances(double[][] of) {
        this.of = of;
    }

    /** What to begin to learn from: of two records of one person nine fields in ten agree exactly. */
    static Chances ofSame(List<Field> fields) {
        var start = new double[fields.size()][];
        for (int i = 0; i < start.length; i++) {
            int levels = fields.get(i).levels().size();
            start[i] = new double[levels + 1];
            for (int level = 1; level <= levels; level++) {
                start[i][level] = level == 1 ? 0.9 : 0.1 / (levels - 1);
            }
        }
        return new Chances(start);
    }

    /** From sums for each level; where a field was never present it stays as {@code without}. */
    static Chances ofSums(double[][] sums, Chances without) {
        var of = new double[sums.length][];
        for (int i = 0; i < of.length; i++) {
            double total = 0;
            for (int level = 1; level < sums[i].length; level++) {
                total += sums[i][level];
            }
            of[i] = without.of[i].clone();
            for (int level = 1; total > 0 && level < of[i].length; level++) {
                of[i][level] = Math.max(LEAST, sums[i][level] / total);
            }
        }
        return new Chances(of);
    }

    static Chances ofTable(double[][] table) {
        return new Chances(table);
    }

    static double[][] sums(List<Field> fields) {
        var sums = new double[fields.size()][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new double[fields.get(i).levels().size() + 1];
        }
        return sums;
    }

    /** The same, but that nothing is rarer than {@code least}. */
    Chances atLeast(double least) {
        var raised = new double[of.length][];
        for (int i = 0; i < of.length; i++) {
            raised[i] = of[i].clone();
            for (int level = 1; level < raised[i].length; level++) {
                raised[i][level] = Math.max(least, raised[i][level]);
            }
        }
        return new Chances(raised);
    }

    /** @param level not {@link Field#ABSENT} */
    double of(int field, int level) {
        return of[field][level];
    }
}
