package dev.kapu.registry.matching;

import dev.kapu.registry.matching.Keys.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns the parameters from persons among whom some are registered more than once, nobody knows who: from the pairs that
 * share a key, and from pairs taken at random.
 */
final class PersonLearning {
    private static final int RANDOM_PAIRS = 2_000_000;
    private static final int LARGEST_GROUP = 200;
    private static final double COMMON = 0.0005;

    /** What did not happen by mistake is done on purpose by one in so many: it must not count as impossible. */
    private static final double ON_PURPOSE = 0.002;

    /** What pairs that share such a key agree in, so that they teach nothing of it; a given name tells the sex. */
    private static final Map<Kind, Set<Integer>> PASSES = Map.of(
            Kind.BIRTH_AND_GIVEN,
            Set.of(PersonScheme.BIRTH_DATE, PersonScheme.GIVEN, PersonScheme.SEX),
            Kind.BIRTH_AND_MOTHER,
            Set.of(PersonScheme.BIRTH_DATE, PersonScheme.MOTHER_FAMILY, PersonScheme.MOTHER_GIVEN),
            Kind.NAME_AND_MOTHER,
            Set.of(
                    PersonScheme.FAMILY,
                    PersonScheme.GIVEN,
                    PersonScheme.SEX,
                    PersonScheme.MOTHER_FAMILY,
                    PersonScheme.MOTHER_GIVEN),
            Kind.MOTHER_AND_HOME,
            Set.of(PersonScheme.MOTHER_FAMILY, PersonScheme.MOTHER_GIVEN, PersonScheme.HOME),
            Kind.TAJ,
            Set.of(PersonScheme.TAJ));

    private final PersonScheme scheme = new PersonScheme();
    private final List<Profile> persons;

    PersonLearning(List<Profile> persons) {
        this.persons = persons;
    }

    /**
     * @param registered how many persons the registry will hold
     * @param wronglySame how many newcomers of whom each is somebody else may be taken for one of them
     * @param missed the share of those registered already who may pass as new
     */
    Parameters learn(double registered, double wronglySame, double missed) {
        var passes = PASSES.entrySet().stream()
                .map(pass -> new Learning.Pass(pairsWithKey(pass.getKey()), pass.getValue()))
                .toList();
        var learning = new Learning(scheme.fields());
        var learnt = learning.fromPasses(
                passes,
                List.of(
                        Chances.ofSame(scheme.fields()),
                        PersonScheme.startOfRelatives(),
                        learning.countOf(randomPairs())));
        var model =
                new Model(learnt.get(0).atLeast(ON_PURPOSE), learnt.get(1), learnt.get(2), 1 / registered, rarities());
        double same = Thresholds.sameFor(registered, wronglySame);
        double look = Thresholds.lookFor(
                weights(new Weights(scheme.fields(), model)), persons.size() * (persons.size() - 1.0) / 2, missed);
        return new Parameters(model, new Thresholds(Math.min(look, same), same));
    }

    private Patterns randomPairs() {
        var dice = new SplittableRandom(1);
        var patterns = new Patterns();
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            int one = dice.nextInt(persons.size());
            int other = dice.nextInt(persons.size());
            if (one != other) {
                patterns.add(scheme.compare(persons.get(one), persons.get(other)));
            }
        }
        return patterns;
    }

    private Patterns pairsWithKey(Kind kind) {
        var patterns = new Patterns();
        pairs(kind, (one, other) -> patterns.add(scheme.compare(persons.get(one), persons.get(other))));
        return patterns;
    }

    private void pairs(Kind kind, BiConsumer<Integer, Integer> each) {
        var groups = new HashMap<Long, List<Integer>>();
        for (int i = 0; i < persons.size(); i++) {
            for (long key : Keys.kept(persons.get(i)).of(kind)) {
                groups.computeIfAbsent(key, any -> new ArrayList<>(2)).add(i);
            }
        }
        groups.values().stream().filter(group -> group.size() <= LARGEST_GROUP).forEach(group -> {
            for (int i = 1; i < group.size(); i++) {
                for (int j = 0; j < i; j++) {
                    each.accept(group.get(i), group.get(j));
                }
            }
        });
    }

    /** Of all pairs that share any key, each once. */
    private List<Double> weights(Weights weights) {
        var seen = new HashSet<Long>();
        var found = new ArrayList<Double>();
        for (var kind : Kind.values()) {
            pairs(kind, (one, other) -> {
                if (seen.add(((long) one << 32) | other)) {
                    found.add(weights.of(scheme.compare(persons.get(one), persons.get(other))));
                }
            });
        }
        return found;
    }

    private Map<String, Rarity> rarities() {
        Map<String, Function<Profile, String>> values = Map.of(
                "family", person -> person.family().value(),
                "given", person -> person.given().value(),
                "motherFamily", person -> person.motherFamily().value(),
                "motherGiven", person -> person.motherGiven().value(),
                "birthPlace", Profile::birthPlace);
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Rarity.of(
                                persons.stream()
                                        .map(entry.getValue())
                                        .filter(value -> !value.isEmpty())
                                        .toList(),
                                COMMON)));
    }
}
