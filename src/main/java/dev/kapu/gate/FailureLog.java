package dev.kapu.gate;

import dev.kapu.fault.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests at which the hub fails. While its database is away or full nearly all do, and a line for each would need the room
 * that is missing: of these, one line a minute says how many more there were.
 */
@Component
final class FailureLog {
    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant last = Instant.MIN;
    private long more;

    FailureLog(Clock clock) {
        this.clock = clock;
    }

    void failed(String operation, Throwable unexpected) {
        if (Causes.fault(unexpected) == Fault.UNAVAILABLE) {
            unavailable(operation, unexpected);
        } else {
            log.error("{} failed: {}", operation, Causes.of(unexpected));
        }
    }

    private synchronized void unavailable(String operation, Throwable unexpected) {
        var now = clock.instant();
        if (last.plus(BETWEEN).isAfter(now)) {
            more++;
            return;
        }
        log.error(
                "{} failed for want of the database, as did {} more since the last such line: {}",
                operation,
                more,
                Causes.of(unexpected));
        last = now;
        more = 0;
    }
}
