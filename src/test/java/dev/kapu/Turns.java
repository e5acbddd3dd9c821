package dev.kapu;

import static org.awaitility.Awaitility.await;

import org.awaitility.core.ThrowingRunnable;
import org.springframework.dao.CannotAcquireLockException;

/** Work that only one does at a time, which may be the running hub. */
public final class Turns {
    private Turns() {}

    /** Does it as soon as nobody else is at it. */
    public static void take(ThrowingRunnable work) {
        await().ignoreException(CannotAcquireLockException.class).untilAsserted(work);
    }
}
