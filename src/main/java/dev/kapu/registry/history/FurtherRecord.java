package dev.kapu.registry.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was registered under a person's ID beside the registry's own data, as the person may see it (K27).
 *
 * @param kind e.g. {@code exam-document}
 * @param partner that registered it
 * @param institution at which, or on whose behalf
 * @param data by the names of the contract
 */
public record FurtherRecord(
        String kind,
        Instant at,
        @Nullable String partner,
        @Nullable String institution,
        Map<String, String> data) {
    /** Hazard: must not show any of it. */
    @Override
    public String toString() {
        return "FurtherRecord";
    }
}
