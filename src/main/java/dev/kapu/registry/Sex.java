package dev.kapu.registry;

import java.util.Locale;

public enum Sex {
    FEMALE,
    MALE;

    /** The word in contracts and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
