package dev.kapu.registry.matching;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Whether two folded texts that are not equal may be one text with slips. */
final class Similarity {
    private static final double CLOSE = 0.92;
    private static final double ALIKE = 0.8;
    private static final int SLIPS_AT_MOST = 2;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final DamerauLevenshteinDistance DAMERAU = new DamerauLevenshteinDistance(SLIPS_AT_MOST);

    private Similarity() {}

    /** One letter too many, too few, another, or two changed places. */
    static boolean oneSlip(String one, String other) {
        return slips(one, other) == 1;
    }

    /** @return -1 if there are more than two */
    static int slips(String one, String other) {
        return Math.abs(one.length() - other.length()) > SLIPS_AT_MOST ? -1 : DAMERAU.apply(one, other);
    }

    static boolean close(String one, String other) {
        boolean longEnough = Math.min(one.length(), other.length()) > 2;
        return likeness(one, other) >= CLOSE || (longEnough && oneSlip(one, other));
    }

    static boolean alike(String one, String other) {
        return likeness(one, other) >= ALIKE;
    }

    private static double likeness(String one, String other) {
        return JARO_WINKLER.apply(one, other);
    }
}
