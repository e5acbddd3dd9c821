package dev.kapu;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what must come: long, for on a slow and busy machine it comes late, and where it comes nobody
 * waits longer than needed. JUnit finds it by {@code META-INF/services}, for every test.
 */
public final class Patience implements BeforeAllCallback {
    public static final Duration LIMIT = Duration.ofMinutes(1);

    /** {@link #LIMIT} for JMS. */
    public static final int MILLIS = Math.toIntExact(LIMIT.toMillis());

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LIMIT);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }
}
