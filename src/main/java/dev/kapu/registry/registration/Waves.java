package dev.kapu.registry.registration;

import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.person.NewPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Parts of a list that can each be looked for and stored at once: no two of a wave could be the same person, and whoever
 * could be the same as somebody before them in the list comes in a later wave, when that one is held.
 */
final class Waves {
    private Waves() {}

    /** @return places in the list */
    static List<List<Integer>> of(List<NewPerson> persons, Doubles doubles) {
        var waves = new ArrayList<List<Integer>>();
        var next = new HashMap<Long, Integer>();
        for (int i = 0; i < persons.size(); i++) {
            int wave = 0;
            for (long key : doubles.askedKeys(persons.get(i))) {
                wave = Math.max(wave, next.getOrDefault(key, 0));
            }
            for (long key : doubles.keys(persons.get(i))) {
                next.put(key, wave + 1);
            }
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(i);
        }
        return waves;
    }
}
