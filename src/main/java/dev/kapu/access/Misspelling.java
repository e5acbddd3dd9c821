package dev.kapu.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant. */
final class Misspelling {
    private static final int MOST_EDITS = 2;

    private Misspelling() {}

    /** The one word that is a few letters away, at most half of its own; none if it could be two. */
    static Optional<String> of(String written, List<String> words) {
        var near = words.stream().filter(word -> isNear(written, word)).toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean isNear(String written, String word) {
        var edits = edits(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
        return edits <= MOST_EDITS && 2 * edits <= word.length();
    }

    /** Levenshtein's distance. */
    private static int edits(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
