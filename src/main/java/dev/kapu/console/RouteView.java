package dev.kapu.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param from where the route begins, without options: these may hold secrets
 * @param state as Camel calls it, e.g. {@code Started}
 * @param p99Millis null where nothing was measured of late
 */
record RouteView(
        String id,
        String from,
        String state,
        long count,
        long refused,
        long failed,
        double meanMillis,
        @Nullable Double p99Millis,
        @Nullable Instant lastFailure) {}
