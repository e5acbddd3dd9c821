package dev.kapu.messaging;

import java.util.Set;

/** The partners as the embedded broker sees them: users whose password is the partner's secret. */
public interface BrokerUsers {
    /** Everybody who has queues, by name. */
    Set<String> names();

    /** Whether this is the partner's secret now; asked again within a second while a connection lasts. */
    boolean authentic(String partner, String secret);

    /** Whether somebody reads its plain messages: nobody may send what would only lie there. */
    default boolean sendsMessages(String partner) {
        return true;
    }
}
