package dev.kapu.scope;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who looked at a person's data (K27). Who asks must have been let through to the person. */
public interface DisclosureLog {
    /**
     * Those by which something left, then those that were refused or failed; each the newest first.
     *
     * @param educationIds of one person, the retired ones as well
     * @param before number of the last one of the page before; null for the first page
     */
    List<Look> about(List<String> educationIds, @Nullable Long before, int limit);

    /**
     * What a disclosure record says to the person it is about. The clerk who asked is not named: the institution answers
     * for its people.
     *
     * @param number under which it is kept
     * @param partner null where nobody was authenticated
     * @param institution on whose behalf
     * @param outcome answered, repeated, refused or failed
     * @param fields names of the fields that left
     */
    record Look(
            long number,
            Instant at,
            @Nullable String partner,
            @Nullable String institution,
            @Nullable String operation,
            @Nullable String purpose,
            String outcome,
            Set<String> fields) {}
}
