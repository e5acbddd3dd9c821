package dev.kapu.soap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client or service of the X-Road message protocol 4.0, kept in its parts so that it can be echoed as it came.
 *
 * @param parts local name to text, in the order received
 */
record Identifier(@Nullable String objectType, Map<String, String> parts) {
    @Nullable
    String part(String name) {
        return parts.get(name);
    }
}
