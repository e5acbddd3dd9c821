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

    /** On a full disk one record in a while finds room on a page: that alone is no news. */
    private static final Duration CALM = Duration.ofSeconds(2);

    private final RecordTrialStore trial;
    private final Duration between;
    private final Clock clock;
    private volatile @Nullable Failure failure;
    private volatile boolean alarmed;
    private Instant failed = Instant.MIN;
    private Instant tried = Instant.MIN;
    private Optional<String> refusal = Optional.empty();

    /** Since the last refusal nothing has shown that the table can grow, and one record may fit into a page as it is. */
    private boolean doubted;

    /** @param between the least time from one trial to the next, however often somebody looks */
    RecordDoor(RecordTrialStore trial, Duration between, Clock clock) {
        this.trial = trial;
        this.between = between;
        this.clock = clock;
    }

    private record Failure(String state, Instant at) {}

    /** @return whether that is news: records before could not be stored, and that is over */
    boolean stored() {
        return alarmed && isOver();
    }

    private synchronized boolean isOver() {
        failure = null;
        var news = alarmed && !failed.plus(CALM).isAfter(clock.instant());
        alarmed = alarmed && !news;
        return news;
    }

    /**
     * @param state SQLSTATE
     * @return whether that is news: records before were stored, whichever writer did it
     */
    synchronized boolean failed(String state) {
        var news = !alarmed;
        failed = clock.instant();
        failure = new Failure(state, failed);
        alarmed = true;
        doubted = true;
        return news;
    }

    /** The SQLSTATE with which the database refuses records; empty while it takes them. */
    synchronized Optional<String> refusal() {
        var now = clock.instant();
        var last = failure;
        if (last != null && last.at().plus(FRESH).isAfter(now)) {
            return Optional.of(last.state());
        }
        if (!tried.isAfter(now.minus(between))) {
            refusal = trial.refusal(doubted ? RecordTrialStore.MORE_THAN_A_PAGE : 1);
            doubted = refusal.isPresent();
            tried = now;
        }
        return refusal;
    }
}
