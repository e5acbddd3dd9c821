package dev.kapu.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether records can be written: while they cannot, nothing is answered (K21). What the writers have just met counts;
 * where nobody has asked for long, the database is tried. A hub that is sent no requests because it is not ready would
 * else never learn that all is well again.
 */
final class RecordDoor {
    /** A failure that is older proves nothing: a trial is asked. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final RecordTrialStore trial;
    private final Duration between;
    private final Clock clock;
    private volatile @Nullable Failure failure;
    private Instant tried = Instant.MIN;
    private Optional<String> refusal = Optional.empty();

    /** @param between the least time from one trial to the next, however often somebody looks */
    RecordDoor(RecordTrialStore trial, Duration between, Clock clock) {
        this.trial = trial;
        this.between = between;
        this.clock = clock;
    }

    private record Failure(String state, Instant at) {}

    /** @return whether that is news: the record before could not be stored */
    boolean stored() {
        return failure != null && replaced(null) != null;
    }

    /**
     * @param state SQLSTATE
     * @return whether that is news: the record before was stored, whichever writer did it
     */
    boolean failed(String state) {
        return replaced(new Failure(state, clock.instant())) == null;
    }

    private synchronized @Nullable Failure replaced(@Nullable Failure with) {
        var before = failure;
        failure = with;
        return before;
    }

    /** The SQLSTATE with which the database refuses records; empty while it takes them. */
    synchronized Optional<String> refusal() {
        var now = clock.instant();
        var last = failure;
        if (last != null && last.at().plus(FRESH).isAfter(now)) {
            return Optional.of(last.state());
        }
        if (!tried.isAfter(now.minus(between))) {
            refusal = trial.refusal();
            tried = now;
        }
        return refusal;
    }
}
