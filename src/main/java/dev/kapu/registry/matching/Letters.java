package dev.kapu.registry.matching;

import java.text.Normalizer;
import java.util.Map;

/**
 * The letters that names are written with: a to z, with marks, and the further letters of European languages and of
 * Azerbaijani. Unicode has more Latin letters, and some look like these (Latin alpha U+0251, script g U+0261, small
 * capital a U+1D00): with one of them a person would hide from the search for doubles (K2).
 */
public final class Letters {
    private static final Map<Character, String> FURTHER = Map.ofEntries(
            Map.entry('ı', "i"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ø', "o"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('þ', "th"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ŋ', "n"),
            Map.entry('ə', "e"));

    private Letters() {}

    /** Whether every letter of the text is one of them; what else there is does not matter. */
    public static boolean areKnown(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        return plain.codePoints().filter(Character::isLetter).allMatch(Letters::isKnown);
    }

    private static boolean isKnown(int letter) {
        int small = Character.toLowerCase(letter);
        return (small >= 'a' && small <= 'z') || (Character.isBmpCodePoint(small) && FURTHER.containsKey((char) small));
    }

    /** @param letter a small one, without marks */
    static String fold(char letter) {
        return FURTHER.getOrDefault(letter, String.valueOf(letter));
    }
}
