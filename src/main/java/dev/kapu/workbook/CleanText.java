package dev.kapu.workbook;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it was meant: composed (NFC), without spaces that cannot be seen, with the keyboard's hyphen for any dash. */
final class CleanText {
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u2060\uFEFF\u00AD]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2014\u2212]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\uFFFD]");

    private CleanText() {}

    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var visible = DASHES.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("-");
        return Normalizer.normalize(SPACES.matcher(visible).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Whether {@link #of} leaves nothing of it: asked of every cell, so without making a text. */
    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c));
    }

    private static boolean isInvisible(int c) {
        return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
    }

    /** Characters that no text has, such as those left by a wrong encoding. */
    static boolean isLegal(String text) {
        return isPlain(text) || !CONTROL.matcher(text).find();
    }

    /** Almost every text is: composed Latin letters, signs and single spaces between them. Saves half of an import's time. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' && before != ' ';
            if (!space && !(c > ' ' && c < 0x7F) && !(c >= 0xC0 && c < 0x180)) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }
}
