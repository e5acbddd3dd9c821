package dev.kapu.registry.matching;

/** How two records agree: a level for each field and, where they agree exactly, on what. */
final class Agreement {
    private final byte[] levels;
    private final String[] values;

    Agreement(int fields) {
        this.levels = new byte[fields];
        this.values = new String[fields];
    }

    void set(int field, byte level) {
        levels[field] = level;
    }

    /** @param value what an exact agreement is about; agreement on something rare says more */
    void set(int field, byte level, String value) {
        levels[field] = level;
        values[field] = level == Field.EXACT ? value : "";
    }

    byte level(int field) {
        return levels[field];
    }

    /** Empty unless the field agrees exactly and its values differ in frequency. */
    String value(int field) {
        var value = values[field];
        return value == null ? "" : value;
    }

    /** The levels alone, four bits each. */
    long pattern() {
        long pattern = 0;
        for (int i = levels.length - 1; i >= 0; i--) {
            pattern = (pattern << 4) | levels[i];
        }
        return pattern;
    }

    static int level(long pattern, int field) {
        return (int) ((pattern >>> (4 * field)) & 15);
    }
}
