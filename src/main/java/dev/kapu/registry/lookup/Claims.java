package dev.kapu.registry.lookup;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a person; only what is given is compared. One claim alone is guessed too easily, so
 * there are at least two, and a name among them: who does not know the person learns nothing (K21).
 */
public record Claims(
        @Nullable ClaimedName name,
        @Nullable ClaimedName birthName,
        @Nullable String birthPlace,
        @Nullable LocalDate birthDate) {
    private static final int FEWEST = 2;

    /** @throws FaultException {@code Client.Message.Invalid} if they are too few */
    public Claims {
        name = said(name);
        birthName = said(birthName);
        var claimed = Stream.of(name, birthName, birthPlace, birthDate)
                .filter(Objects::nonNull)
                .count();
        if (claimed < FEWEST || (name == null && birthName == null)) {
            throw new FaultException(Fault.INVALID, "claims");
        }
    }

    public record ClaimedName(
            @Nullable String family, @Nullable String given) {}

    private static @Nullable ClaimedName said(@Nullable ClaimedName name) {
        return name == null || (name.family() == null && name.given() == null) ? null : name;
    }

    /** Hazard: must not show what was said, or it would reach a log line. */
    @Override
    public String toString() {
        return "Claims";
    }
}
