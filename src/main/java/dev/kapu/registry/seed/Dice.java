package dev.kapu.registry.seed;

import java.util.List;

/** SplitMix64, written out so that the same seed gives the same registry on every Java. */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private long state;

    Dice(long seed) {
        this.state = mix(seed * STEP + 1);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 up to, and without, the bound. */
    int below(int bound) {
        state += STEP;
        return (int) Math.floorMod(mix(state), (long) bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int share) {
        return below(100) < share;
    }

    <T> T oneOf(List<T> choice) {
        return choice.get(below(choice.size()));
    }
}
