package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** The descriptions of one list, each compared with those before it (K2). What it has seen it keeps in memory. */
public final class Repetitions {
    private final Judge judge;
    private final List<Profile> seen = new ArrayList<>();
    private final Map<Long, List<Integer>> byKey = new HashMap<>();

    Repetitions(Judge judge) {
        this.judge = judge;
    }

    /** @return the place, from 0 in the order of the calls, of the first that is beyond doubt of the same person */
    public OptionalInt add(Description described) {
        var profile = Profile.of(described);
        int place = seen.size();
        var same = LongStream.of(Keys.asked(profile).numbers())
                .mapToObj(key -> byKey.getOrDefault(key, List.of()))
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .mapToInt(Integer::intValue)
                .filter(earlier -> judge.isSame(profile, seen.get(earlier)))
                .findFirst();
        seen.add(profile);
        LongStream.of(Keys.kept(profile).numbers())
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new ArrayList<>(1)).add(place));
        return same;
    }
}
