package dev.kapu.registry.matching;

import java.util.List;

/**
 * What divides new from look, and look from same, as weights; see docs/adr/0009 on how they follow from the errors wanted.
 */
record Thresholds(double look, double same) {
    /**
     * Above a weight w at most 2^-w of the pairs of different persons can lie, whatever their distribution: that is what
     * a likelihood ratio means. So with so many others a newcomer is taken for one of them at most so often.
     */
    static double sameFor(double others, double wronglySame) {
        return Weights.log2(others / wronglySame);
    }

    /**
     * The highest weight below which no more than the share {@code missed} of the same persons lies. Which pairs are the
     * same nobody knows; each counts as much as it is likely.
     *
     * @param weights of the pairs worth a look
     * @param pairs how many there are in all
     */
    static double lookFor(List<Double> weights, double pairs, double missed) {
        var rising = weights.stream().sorted().toList();
        double share = share(rising, pairs);
        double bearable = missed * share * pairs;
        double sum = 0;
        for (double weight : rising) {
            sum += chance(weight, share);
            if (sum > bearable) {
                return weight;
            }
        }
        throw new IllegalArgumentException("no pair of one person to learn from");
    }

    /** Of all pairs, those of one person. */
    private static double share(List<Double> weights, double pairs) {
        double share = 1 / pairs;
        for (int round = 0; round < 100; round++) {
            double odds = share;
            share = weights.stream().mapToDouble(weight -> chance(weight, odds)).sum() / pairs;
        }
        return share;
    }

    private static double chance(double weight, double share) {
        double others = (1 - share) / share * Math.pow(2, -weight);
        return 1 / (1 + others);
    }
}
