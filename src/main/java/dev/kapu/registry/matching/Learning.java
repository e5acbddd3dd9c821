package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Expectation and maximisation over classes of pairs that nobody has labelled: guess the share of each class, weigh each
 * pair, learn from the weighed pairs, and again until nothing moves. The first class is "same", the last "strangers".
 */
final class Learning {
    private static final int ROUNDS = 500;
    private static final double STILL = 1e-7;
    private static final double FEW = 1e-3;

    private final List<Field> fields;

    Learning(List<Field> fields) {
        this.fields = fields;
    }

    /** @param sums how much each level weighs in the class */
    record PairClass(double share, Chances chances, double[][] sums) {}

    /** Pairs that were found because they agree in the fields {@code by}, of which they therefore say nothing. */
    record Pass(Patterns pairs, Set<Integer> by) {}

    /** From all pairs of a file: same and strangers, both learnt. */
    List<PairClass> fromAll(Patterns pairs) {
        var start = List.of(start(FEW, Chances.ofSame(fields)), start(1 - FEW, countOf(pairs)));
        return learn(new Pass(pairs, Set.of()), start, true);
    }

    /**
     * From pairs found in several ways, each teaching what it was not found by. What strangers are like is known from a
     * random sample; the classes before are learnt.
     */
    List<Chances> fromPasses(List<Pass> passes, List<Chances> start) {
        var classes = start.stream()
                .map(chances -> start(1.0 / start.size(), chances))
                .toList();
        var sums = start.stream().map(any -> Chances.sums(fields)).toList();
        for (var pass : passes) {
            var learnt = learn(pass, classes, false);
            for (int i = 0; i < sums.size(); i++) {
                addUnless(pass.by, sums.get(i), learnt.get(i).sums);
            }
        }
        var learnt = new ArrayList<Chances>();
        for (int i = 0; i < sums.size() - 1; i++) {
            learnt.add(Chances.ofSums(sums.get(i), start.get(i)));
        }
        learnt.add(start.get(start.size() - 1));
        return learnt;
    }

    /** How often each level occurs; half a pair is added to each, so that what did not happen is not impossible. */
    Chances countOf(Patterns pairs) {
        var sums = Chances.sums(fields);
        for (var row : sums) {
            Arrays.fill(row, 0.5);
        }
        pairs.forEach((pattern, count) -> add(sums, pattern, count));
        return Chances.ofSums(sums, Chances.ofSame(fields));
    }

    private PairClass start(double share, Chances chances) {
        return new PairClass(share, chances, Chances.sums(fields));
    }

    private List<PairClass> learn(Pass pass, List<PairClass> start, boolean strangersToo) {
        var classes = start;
        for (int round = 0; round < ROUNDS; round++) {
            var next = round(pass, classes, strangersToo);
            double before = classes.get(0).share;
            classes = next;
            if (Math.abs(next.get(0).share - before) < STILL * before) {
                break;
            }
        }
        return classes;
    }

    private List<PairClass> round(Pass pass, List<PairClass> before, boolean strangersToo) {
        var sums = before.stream().map(any -> Chances.sums(fields)).toList();
        var found = new double[before.size()];
        pass.pairs.forEach((pattern, count) -> {
            var shares = shares(pattern, pass.by, before);
            for (int i = 0; i < shares.length; i++) {
                found[i] += shares[i] * count;
                add(sums.get(i), pattern, shares[i] * count);
            }
        });
        var next = new ArrayList<PairClass>();
        for (int i = 0; i < found.length; i++) {
            var chances = before.get(i).chances;
            boolean fixed = i == found.length - 1 && !strangersToo;
            next.add(new PairClass(
                    found[i] / pass.pairs.total(),
                    fixed ? chances : Chances.ofSums(sums.get(i), chances),
                    sums.get(i)));
        }
        return next;
    }

    /** How likely it is that a pair which agrees like this is of each class. */
    private double[] shares(long pattern, Set<Integer> by, List<PairClass> classes) {
        var shares = new double[classes.size()];
        double total = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = classes.get(c).share;
            for (int i = 0; i < fields.size(); i++) {
                int level = Agreement.level(pattern, i);
                shares[c] *= level == Field.ABSENT || by.contains(i)
                        ? 1
                        : classes.get(c).chances.of(i, level);
            }
            total += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= total;
        }
        return shares;
    }

    private static void addUnless(Set<Integer> by, double[][] sums, double[][] more) {
        for (int i = 0; i < sums.length; i++) {
            for (int level = 1; !by.contains(i) && level < sums[i].length; level++) {
                sums[i][level] += more[i][level];
            }
        }
    }

    private static void add(double[][] sums, long pattern, double weight) {
        for (int i = 0; i < sums.length; i++) {
            int level = Agreement.level(pattern, i);
            if (level != Field.ABSENT) {
                sums[i][level] += weight;
            }
        }
    }
}
