package dev.kapu.registry.matching;

import java.util.List;
import java.util.stream.Stream;

/**
 * One part of a name, folded.
 *
 * @param own the words of the birth name
 * @param all these and the words a person goes or went by
 * @param value the own words in one order, to compare at once: doubled names are written in either
 * @param sounds how each of all the words sounds, and all of them as one word
 */
record Name(List<String> own, List<String> all, String value, List<String> sounds) {
    static Name of(List<String> own, List<String> others) {
        var all = Stream.concat(own.stream(), others.stream()).distinct().toList();
        var inOrder = String.join(" ", own.stream().sorted().toList());
        return new Name(own, all, inOrder, sounds(all));
    }

    private static List<String> sounds(List<String> words) {
        return Stream.concat(words.stream(), Stream.of(String.join("", words)))
                .map(Sound::of)
                .distinct()
                .toList();
    }

    static Name of(List<String> own) {
        return of(own, List.of());
    }

    boolean absent() {
        return all.isEmpty();
    }
}
