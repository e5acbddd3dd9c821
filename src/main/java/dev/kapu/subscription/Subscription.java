package dev.kapu.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param kind of events, e.g. {@code affiliationEnded}
 * @param declinedAt null if the partner wants them
 */
public record Subscription(String kind, @Nullable Instant declinedAt) {
    public boolean isWanted() {
        return declinedAt == null;
    }
}
