package dev.kapu.demo;

import java.util.concurrent.ThreadLocalRandom;

/** Names that nobody bears, so that nobody is taken for somebody else. */
final class Invented {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 4;

    private Invented() {}

    static String word() {
        var dice = ThreadLocalRandom.current();
        var word = new StringBuilder();
        for (int syllable = 0; syllable < SYLLABLES; syllable++) {
            word.append(CONSONANTS.charAt(dice.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(dice.nextInt(VOWELS.length())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
