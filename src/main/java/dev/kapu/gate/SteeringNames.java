package dev.kapu.gate;

import java.util.List;
import java.util.Locale;

/**
 * Names of headers and properties by which Camel could be steered (CVE-2025-27636 and its kind). A message that brings one
 * is refused at every entrance; they are kept out of exchanges as well.
 */
public final class SteeringNames {
    /** How such names begin, in small letters. */
    public static final List<String> STARTS = List.of("camel", "org.apache.camel", "org_dot_apache_dot_camel");

    private static final String OURS = "kapu";

    private SteeringNames() {}

    /** Whether only the hub may write it on a message, whatever its case. */
    public static boolean isOurs(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(OURS);
    }

    /** Whatever its case. */
    public static boolean has(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return STARTS.stream().anyMatch(lower::startsWith);
    }
}
