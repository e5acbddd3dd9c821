package dev.kapu.gate;

import dev.kapu.access.Partner;
import dev.kapu.audit.DisclosureRecord.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Timer {@code kapu.requests} by partner, operation and outcome: for Prometheus, and with its p99 for the console. All
 * institutions count as one, {@code institutions}: a timer takes kilobytes and is never removed, and of institutions there
 * are thousands; the records name each.
 */
@Component
final class RequestMeters {
    private static final String INSTITUTIONS = "institutions";
    private static final String UNKNOWN = "unknown";

    private record Key(String partner, String operation, String outcome) {}

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void handled(Draft draft) {
        count(
                draft.partner(),
                draft.operation() == null ? UNKNOWN : draft.operation(),
                draft.outcome(),
                draft.elapsedNanos());
    }

    /** An attempt that came to no end, and perhaps to no record. */
    void failed(String partner, String operation, long nanos) {
        count(partner, operation, Outcome.FAILED, nanos);
    }

    private void count(@Nullable String partner, String operation, Outcome outcome, long nanos) {
        var key = new Key(counted(partner), operation, outcome.name().toLowerCase(Locale.ROOT));
        timers.computeIfAbsent(key, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String counted(@Nullable String partner) {
        if (partner == null) {
            return UNKNOWN;
        }
        return Partner.isInstitution(partner) ? INSTITUTIONS : partner;
    }

    private Timer timer(Key key) {
        return Timer.builder("kapu.requests")
                .description("Messages at the gate, from receipt to durable record")
                .tags("partner", key.partner(), "operation", key.operation(), "outcome", key.outcome())
                .publishPercentiles(0.5, 0.99)
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry);
    }
}
