package dev.kapu.workbook;

import org.jspecify.annotations.Nullable;

/** The least and the greatest that a value may be, itself included; null where the schema has none. */
record Bounds<T extends Comparable<? super T>>(
        @Nullable T min, @Nullable T max) {
    static <T extends Comparable<? super T>> Bounds<T> none() {
        return new Bounds<>(null, null);
    }

    boolean allow(T value) {
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }
}
