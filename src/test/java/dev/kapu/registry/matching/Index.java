package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of keys in memory, to measure quality without a database. */
final class Index {
    private final List<Profile> persons;
    private final Map<Long, List<Integer>> holders = new HashMap<>();

    Index(List<Profile> persons) {
        this.persons = persons;
        for (int i = 0; i < persons.size(); i++) {
            for (long key : Keys.kept(persons.get(i)).numbers()) {
                holders.computeIfAbsent(key, any -> new ArrayList<>(2)).add(i);
            }
        }
    }

    List<Judge.Known> candidates(Profile newcomer) {
        var shared = new HashMap<Integer, Integer>();
        Arrays.stream(Keys.asked(newcomer).numbers())
                .forEach(key -> holders.getOrDefault(key, List.of()).stream()
                        .limit(MatchingStore.MOST_OF_A_KEY)
                        .forEach(holder -> shared.merge(holder, 1, Integer::sum)));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MatchingStore.MOST_CANDIDATES)
                .map(entry -> new Judge.Known(entry.getKey(), persons.get(entry.getKey())))
                .toList();
    }
}
