package dev.kapu.registry.amendment;

import dev.kapu.registry.Address;
import org.jspecify.annotations.Nullable;

/** Where somebody lives now; what is null stays as it is. */
public record HomeChange(
        @Nullable Address residence, @Nullable Address stay) {
    public static final HomeChange NONE = new HomeChange(null, null);

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "HomeChange";
    }
}
