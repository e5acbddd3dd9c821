package dev.kapu.registry.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntBiFunction;

/** Compares each two values of a column once, however many pairs of records have them. */
final class Memo {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final byte[][] known;
    private final ToIntBiFunction<String, String> level;

    Memo(List<String> values, ToIntBiFunction<String, String> level) {
        values.forEach(value -> numbers.putIfAbsent(value, numbers.size()));
        this.known = new byte[numbers.size()][numbers.size()];
        this.level = level;
    }

    int number(String value) {
        return Objects.requireNonNull(numbers.get(value));
    }

    /** Zero stands for what is not known yet; threads may find the same out twice. */
    byte level(String one, String other) {
        int row = number(one);
        int column = number(other);
        if (known[row][column] == 0) {
            known[row][column] = (byte) (1 + level.applyAsInt(one, other));
        }
        return (byte) (known[row][column] - 1);
    }
}
