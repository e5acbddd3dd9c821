package dev.kapu.statistics;

import static org.awaitility.Awaitility.await;

import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;

/** Terms of the hub that the tests share. */
public final class TestTerms {
    private TestTerms() {}

    /** The term that is due is counted, without being waited for. */
    public static void taken(ApplicationContext hub) {
        var snapshots = hub.getBean(Snapshots.class);
        await().ignoreException(CannotAcquireLockException.class).untilAsserted(snapshots::takeDue);
    }
}
