package dev.kapu.console;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultTexts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a catalogue code in a record means, in the administrator's language. */
final class Reasons {
    private static final Map<String, Fault> FAULTS =
            Arrays.stream(Fault.values()).collect(Collectors.toUnmodifiableMap(Fault::code, Function.identity()));

    private Reasons() {}

    /** Null for no code, and for one that the catalogue no longer has. */
    static @Nullable String explain(@Nullable String code, Locale language) {
        return explain(code, null, language);
    }

    /** Whether the same may be taken on another day. */
    static boolean passes(String code) {
        var fault = FAULTS.get(code);
        return fault != null && fault.passes();
    }

    /** @param where name of the element, header or setting at fault */
    static @Nullable String explain(@Nullable String code, @Nullable String where, Locale language) {
        var fault = code == null ? null : FAULTS.get(code);
        return fault == null ? null : FaultTexts.text(fault, language, where);
    }
}
