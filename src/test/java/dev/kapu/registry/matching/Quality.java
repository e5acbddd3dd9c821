package dev.kapu.registry.matching;

import java.util.Locale;

/**
 * @param found pairs that were said to be of one person
 * @param right those of them that are
 * @param same all pairs that are
 */
record Quality(long found, long right, long same) {
    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return (double) right / same;
    }

    double f() {
        return 2.0 * right / (found + same);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "precision %.4f recall %.4f F %.4f", precision(), recall(), f());
    }
}
