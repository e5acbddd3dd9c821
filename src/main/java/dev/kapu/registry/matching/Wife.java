package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * What the folded words of a family name tell of a wife's name: of "Nagy Lászlóné Kovács" the husband's family name
 * Nagy and her own Kovács, of "Vargáné Kovács" Varga and Kovács. A husband's given name says nothing of her.
 */
record Wife(List<String> husband, List<String> own) {
    private static final String SUFFIX = "ne";
    private static final int SHORTEST = 5;

    static boolean of(String word) {
        return word.length() >= SHORTEST && word.endsWith(SUFFIX);
    }

    /** Of a name without -né all words are her own. */
    static Wife read(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (of(words.get(i)) && words.size() > 1) {
                var husband = new ArrayList<>(words.subList(0, i));
                if (i == 0) {
                    husband.add(stem(words.get(0)));
                }
                return new Wife(husband, words.subList(i + 1, words.size()));
            }
        }
        return new Wife(List.of(), words);
    }

    private static String stem(String word) {
        return word.substring(0, word.length() - SUFFIX.length());
    }
}
