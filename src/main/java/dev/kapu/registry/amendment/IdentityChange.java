package dev.kapu.registry.amendment;

import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as it is now; what is null stays as it is. A birth name, mother's name, birth place or date change is a
 * correction and may not make the person somebody else's double (K2).
 */
public record IdentityChange(
        @Nullable PersonName name,
        @Nullable PersonName birthName,
        @Nullable PersonName motherName,
        @Nullable String birthPlace,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String citizenship,
        @Nullable String taj) {
    public static final IdentityChange NONE = new IdentityChange(null, null, null, null, null, null, null, null);

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "IdentityChange";
    }
}
