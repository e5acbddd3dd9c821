package dev.kapu.registry.matching;

import java.util.List;

/** What two records are compared by, with its levels of agreement: the first is "exact", the last "different". */
record Field(String name, List<String> levels) {
    /** Stands before all levels: one of the two records has no value. */
    static final byte ABSENT = 0;

    static final byte EXACT = 1;

    static Field of(String name, String... levels) {
        return new Field(name, List.of(levels));
    }

    byte different() {
        return (byte) levels.size();
    }
}
