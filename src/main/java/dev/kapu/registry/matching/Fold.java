package dev.kapu.registry.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text without what people write now this way and now that: accents, case (Turkish too), hyphens, dots, titles. */
final class Fold {
    private static final Set<String> TITLES =
            Set.of("dr", "prof", "phd", "ifj", "id", "ozv", "legifj", "av", "uzm", "doc", "habil");

    private Fold() {}

    /** The words; titles only count if there is nothing else. */
    static List<String> words(@Nullable String text) {
        var all =
                Stream.of(text(text).split(" ")).filter(word -> !word.isEmpty()).toList();
        var names = all.stream().filter(word -> !TITLES.contains(word)).toList();
        return names.isEmpty() ? all : names;
    }

    /** The words with single spaces between. */
    static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        // In Turkish, I is the capital of ı and İ that of i; all four become i. Full-width and other forms of a letter
        // become the letter.
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var folded = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(Letters.fold(letter));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK && letter != '\'' && letter != '’') {
                gap = true;
            }
        }
        return folded.toString();
    }

    static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }
}
