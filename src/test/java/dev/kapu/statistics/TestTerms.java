package dev.kapu.statistics;

import dev.kapu.Turns;
import org.springframework.context.ApplicationContext;

/** Terms of the hub that the tests share. */
public final class TestTerms {
    private TestTerms() {}

    /** The term that is due is counted, without being waited for. */
    public static void taken(ApplicationContext hub) {
        Turns.take(hub.getBean(Snapshots.class)::takeDue);
    }
}
