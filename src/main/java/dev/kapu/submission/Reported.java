package dev.kapu.submission;

import dev.kapu.registry.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whom an entry names, as its institution wrote it; what it leaves out is not looked up. */
public record Reported(@Nullable PersonName name, @Nullable LocalDate birthDate) {
    static final Reported NOBODY = new Reported(null, null);

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "Reported";
    }
}
