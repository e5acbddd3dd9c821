package dev.kapu.registry.matching;

import java.util.List;

/** How one part of a name agrees with another. */
final class NameLevels {
    /** Another spelling of the same sound, or some of the words are the same: married names, one of two given names. */
    static final byte VARIANT = 2;

    private static final byte CLOSE = 3;
    private static final byte DIFFERENT = 4;

    private NameLevels() {}

    static Field field(String name) {
        return Field.of(name, "exact", "variant", "close", "different");
    }

    static byte of(Name one, Name other) {
        if (one.absent() || other.absent()) {
            return Field.ABSENT;
        }
        if (one.value().equals(other.value()) && !one.value().isEmpty()) {
            return Field.EXACT;
        }
        if (one.sounds().stream().anyMatch(other.sounds()::contains)) {
            return VARIANT;
        }
        return close(one.all(), other.all()) ? CLOSE : DIFFERENT;
    }

    private static boolean close(List<String> one, List<String> other) {
        for (var a : one) {
            for (var b : other) {
                if (Similarity.close(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }
}
