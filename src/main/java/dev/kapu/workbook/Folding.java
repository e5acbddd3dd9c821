package dev.kapu.workbook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How headings and words of lists are compared: letters and digits only, without case, accents and Turkish dots. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Folding() {}

    static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return OTHERS.matcher(bare.toLowerCase(Locale.ROOT).replace('ı', 'i')).replaceAll("");
    }
}
