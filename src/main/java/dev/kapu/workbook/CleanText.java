package dev.kapu.workbook;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it was meant: composed (NFC), without spaces that cannot be seen. */
final class CleanText {
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u2060\uFEFF\u00AD]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\\p{Z}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\uFFFD]");

    private CleanText() {}

    static String of(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(SPACES.matcher(visible).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Characters that no text has, such as those left by a wrong encoding. */
    static boolean isLegal(String text) {
        return !CONTROL.matcher(text).find();
    }
}
