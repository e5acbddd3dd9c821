package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All pairs of one file: weights and thresholds are learnt from the file itself, without looking who is who. */
final class Deduplication<R> {
    private static final double MISSED = 0.001;
    private static final double WRONG = 0.001;
    private static final double HOPELESS = -10;

    private final List<R> records;
    private final Scheme<R> scheme;
    private final Weights weights;
    final List<Pair> pairs;
    final Thresholds thresholds;

    record Pair(int one, int other, double weight) {}

    Deduplication(List<R> records, Scheme<R> scheme, Map<String, Rarity> rarities) {
        this.records = records;
        this.scheme = scheme;
        var learnt = new Learning(scheme.fields()).fromAll(patterns());
        double share = learnt.get(0).share();
        this.weights = new Weights(
                scheme.fields(),
                new Model(learnt.get(0).chances(), null, learnt.get(1).chances(), 0, rarities));
        this.pairs = rows().mapToObj(this::weighed).flatMap(List::stream).toList();
        double total = records.size() * (records.size() - 1) / 2.0;
        double same = Thresholds.sameFor(total, WRONG * share * total);
        this.thresholds = new Thresholds(
                Math.min(
                        same,
                        Thresholds.lookFor(pairs.stream().map(Pair::weight).toList(), total, MISSED)),
                same);
    }

    private IntStream rows() {
        return IntStream.range(1, records.size()).parallel();
    }

    private Patterns patterns() {
        return rows().collect(
                        Patterns::new,
                        (patterns, i) -> {
                            for (int j = 0; j < i; j++) {
                                patterns.add(scheme.compare(records.get(i), records.get(j)));
                            }
                        },
                        Patterns::addAll);
    }

    private List<Pair> weighed(int i) {
        var found = new ArrayList<Pair>();
        for (int j = 0; j < i; j++) {
            double weight = weights.of(scheme.compare(records.get(i), records.get(j)));
            if (weight > HOPELESS) {
                found.add(new Pair(i, j, weight));
            }
        }
        return found;
    }

    Quality at(double threshold, Function<R, String> person) {
        long found = 0;
        long right = 0;
        for (var pair : pairs) {
            if (pair.weight >= threshold) {
                found++;
                right += truly(pair, person) ? 1 : 0;
            }
        }
        long same = rows().mapToLong(i -> IntStream.range(0, i)
                        .filter(j -> person.apply(records.get(i)).equals(person.apply(records.get(j))))
                        .count())
                .sum();
        return new Quality(found, right, same);
    }

    private boolean truly(Pair pair, Function<R, String> person) {
        return person.apply(records.get(pair.one)).equals(person.apply(records.get(pair.other)));
    }
}
