package dev.kapu.soap;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Whether the user that stands on a queue message is the one whom the broker let in. The embedded broker sees to it; an
 * external one only where its administrator has said so, for else the sender writes there what it likes.
 */
record BrokersWord(boolean counts) {
    static BrokersWord of(Environment environment) {
        return new BrokersWord(!StringUtils.hasText(environment.getProperty("kapu.broker.url"))
                || environment.getProperty("kapu.broker.validated-users", boolean.class, false));
    }
}
