package dev.kapu.portal;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks again what may succeed a little later: the second's quota is used up, the hub is busy. Pauses grow, and there is
 * an end to it.
 */
final class Attempts {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration patience;

    Attempts(Duration patience) {
        this.patience = patience;
    }

    /** @throws FaultException at once if asking again is no use, else the last one when patience has run out */
    <T> T at(Supplier<T> question) {
        long end = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return question.get();
            } catch (FaultException no) {
                if (!no.fault().retryable() || System.nanoTime() + pause.toNanos() > end) {
                    throw no;
                }
                rest(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.BUSY);
        }
    }
}
